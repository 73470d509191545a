/** Cassandra's pages into row chunks, token range by token range. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.scan;

import javax.annotation.ParametersAreNonnullByDefault;
