/** One runnable example per task of the README, and the quickstart. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.examples;

import javax.annotation.ParametersAreNonnullByDefault;
