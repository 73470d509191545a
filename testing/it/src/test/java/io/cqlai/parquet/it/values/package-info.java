/** CQL values as bytes, made and read by code that shares nothing with what is tested. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.values;

import javax.annotation.ParametersAreNonnullByDefault;
