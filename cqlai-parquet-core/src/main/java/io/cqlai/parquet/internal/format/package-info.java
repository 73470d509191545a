/** Files of lines: what the formats of text have in common. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.format;

import javax.annotation.ParametersAreNonnullByDefault;
