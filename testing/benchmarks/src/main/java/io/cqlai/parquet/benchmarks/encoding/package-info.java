/** Rows to Parquet and back without a server: by the library, and by what it is compared with. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.encoding;

import javax.annotation.ParametersAreNonnullByDefault;
