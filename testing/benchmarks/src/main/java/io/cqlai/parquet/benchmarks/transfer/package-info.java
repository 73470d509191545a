/** Whole exports and imports, by the library and by its peers. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.transfer;

import javax.annotation.ParametersAreNonnullByDefault;
