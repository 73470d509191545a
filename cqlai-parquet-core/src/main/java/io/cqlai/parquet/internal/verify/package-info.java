/** What is found when the rows of a file are compared with those of a table, in bounded memory. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.verify;

import javax.annotation.ParametersAreNonnullByDefault;
