/** How far a transfer has come and what its requests do, for programs and terminals. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.progress;

import javax.annotation.ParametersAreNonnullByDefault;
