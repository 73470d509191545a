/** Rows of CQL bytes to Parquet files. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.parquet.write;

import javax.annotation.ParametersAreNonnullByDefault;
