/** CSV between this library and the shell that comes with Cassandra. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.cqlsh;

import javax.annotation.ParametersAreNonnullByDefault;
