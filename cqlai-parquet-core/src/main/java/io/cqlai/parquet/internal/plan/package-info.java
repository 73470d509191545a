/** Statement, options and metadata made into one complete, checked, printable plan. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.plan;

import javax.annotation.ParametersAreNonnullByDefault;
