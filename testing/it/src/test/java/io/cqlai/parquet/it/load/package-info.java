/** Imports into a real Cassandra. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.load;

import javax.annotation.ParametersAreNonnullByDefault;
