/** A small shell that shows how another shell embeds the library. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.examples.shell;

import javax.annotation.ParametersAreNonnullByDefault;
