/** Cassandra in a Docker container, for the versions that no child process runs. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.testkit.container;

import javax.annotation.ParametersAreNonnullByDefault;
