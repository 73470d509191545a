/** Writes, by parquet-java, the foreign files that other programs no longer write. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.foreign;

import javax.annotation.ParametersAreNonnullByDefault;
