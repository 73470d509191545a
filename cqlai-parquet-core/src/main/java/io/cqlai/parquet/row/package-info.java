/** Rows on their way between Cassandra and a file, as CQL's own bytes. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.row;

import javax.annotation.ParametersAreNonnullByDefault;
