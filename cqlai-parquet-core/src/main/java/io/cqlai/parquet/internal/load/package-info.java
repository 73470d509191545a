/** Row chunks into Cassandra: statements, bounds on what is in flight, retries, rejects. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.load;

import javax.annotation.ParametersAreNonnullByDefault;
