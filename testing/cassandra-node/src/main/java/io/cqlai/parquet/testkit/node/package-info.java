/** The main class of the JVM in which a Cassandra node for tests runs. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.testkit.node;

import javax.annotation.ParametersAreNonnullByDefault;
