/** CSV: rows as records of fields, and back. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.format.csv;

import javax.annotation.ParametersAreNonnullByDefault;
