/** The Cassandra side: the driver's types, tables, requests and errors in our own terms. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.cql;

import javax.annotation.ParametersAreNonnullByDefault;
