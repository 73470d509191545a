/** Captures: in programs, by statements, in the shell, and when they are killed. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.capture;

import javax.annotation.ParametersAreNonnullByDefault;
