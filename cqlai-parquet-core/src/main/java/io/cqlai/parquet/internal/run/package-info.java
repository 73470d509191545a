/** Runs of a plan: the only package that has threads. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.run;

import javax.annotation.ParametersAreNonnullByDefault;
