/** Files of text: what other programs make of them, and bad ones. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.format;

import javax.annotation.ParametersAreNonnullByDefault;
