/** The one family of exceptions that a transfer ends in. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.error;

import javax.annotation.ParametersAreNonnullByDefault;
