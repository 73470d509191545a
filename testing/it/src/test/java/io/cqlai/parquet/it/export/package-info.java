/** Exports: their options, their errors, their memory. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.export;

import javax.annotation.ParametersAreNonnullByDefault;
