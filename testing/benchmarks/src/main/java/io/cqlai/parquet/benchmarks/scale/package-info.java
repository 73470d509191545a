/** One transfer in a small heap, and what it used of it. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.scale;

import javax.annotation.ParametersAreNonnullByDefault;
