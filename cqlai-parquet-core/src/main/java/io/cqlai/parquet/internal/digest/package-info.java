/**
 * Digests of rows: one number for all rows of a table or a file, whatever their order, and one for
 * each slice of the ring. Two sides that give the same digest hold the same rows.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.digest;

import javax.annotation.ParametersAreNonnullByDefault;
