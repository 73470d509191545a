/** CQL's bytes: values to text and back, with nothing known of driver or Parquet. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.value;

import javax.annotation.ParametersAreNonnullByDefault;
