/**
 * Reads any Parquet file as CQL's bytes: checks its footer, maps its columns to those of a table,
 * gives its rows in chunks, and copies those that were rejected.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.parquet.read;

import javax.annotation.ParametersAreNonnullByDefault;
