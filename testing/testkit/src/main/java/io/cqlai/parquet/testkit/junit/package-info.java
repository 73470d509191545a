/** JUnit's side of the testkit: one server for a test run, one keyspace for a test class. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.testkit.junit;

import javax.annotation.ParametersAreNonnullByDefault;
