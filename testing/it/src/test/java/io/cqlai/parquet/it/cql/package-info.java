/** What is read from a real server's schema. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.cql;

import javax.annotation.ParametersAreNonnullByDefault;
