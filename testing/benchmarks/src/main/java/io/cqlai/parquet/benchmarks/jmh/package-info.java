/** What JMH times, in JVMs of its own. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.benchmarks.jmh;

import javax.annotation.ParametersAreNonnullByDefault;
