/** What rows are made of: our own model of CQL types, columns and tables. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.schema;

import javax.annotation.ParametersAreNonnullByDefault;
