/** The server that is measured, and the bare driver's fastest ways in and out of it. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.server;

import javax.annotation.ParametersAreNonnullByDefault;
