/** The tables that are measured, with rows from a fixed seed. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.table;

import javax.annotation.ParametersAreNonnullByDefault;
