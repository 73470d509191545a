/** JSON lines: rows as objects, one in each line, and back. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.format.json;

import javax.annotation.ParametersAreNonnullByDefault;
