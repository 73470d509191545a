/** Every CQL type with every kind of value, out of Cassandra and back in. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.matrix;

import javax.annotation.ParametersAreNonnullByDefault;
