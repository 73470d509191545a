/** Captures: a part for each query, joined into one file. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.capture;

import javax.annotation.ParametersAreNonnullByDefault;
