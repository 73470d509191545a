/** Reads Parquet files by programs that share no code with ours, as oracles for the tests. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.readers;

import javax.annotation.ParametersAreNonnullByDefault;
