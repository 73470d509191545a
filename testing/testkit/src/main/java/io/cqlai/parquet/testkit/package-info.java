/**
 * A real Cassandra for tests, examples and the quickstart, in child processes that end with this
 * one. Nothing here needs a test engine.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.testkit;

import javax.annotation.ParametersAreNonnullByDefault;
