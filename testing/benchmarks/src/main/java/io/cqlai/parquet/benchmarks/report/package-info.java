/** Results: medians, ratios, tables for people and lines for programs. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.report;

import javax.annotation.ParametersAreNonnullByDefault;
