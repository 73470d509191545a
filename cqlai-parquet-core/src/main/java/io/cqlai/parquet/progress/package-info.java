/** How far a transfer has come, for programs and terminals. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.progress;

import javax.annotation.ParametersAreNonnullByDefault;
