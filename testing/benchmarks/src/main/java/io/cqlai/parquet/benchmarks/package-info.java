/** The command that measures the library, and what it measures. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks;

import javax.annotation.ParametersAreNonnullByDefault;
