/** One example per task; each runs on a Cassandra of its own, and in the tests on a shared one. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.examples.task;

import javax.annotation.ParametersAreNonnullByDefault;
