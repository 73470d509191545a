/** Requests that fail, processes that are killed: what arrives all the same, and how jobs go on. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.fault;

import javax.annotation.ParametersAreNonnullByDefault;
