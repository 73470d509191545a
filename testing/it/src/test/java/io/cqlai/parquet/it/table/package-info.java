/** Tables of every kind, out of Cassandra and back in: exactly their rows. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.table;

import javax.annotation.ParametersAreNonnullByDefault;
