/** What a caller configures, each an immutable value. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.option;

import javax.annotation.ParametersAreNonnullByDefault;
