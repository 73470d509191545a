/** Files against the digests that they carry, and against tables. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.verify;

import javax.annotation.ParametersAreNonnullByDefault;
