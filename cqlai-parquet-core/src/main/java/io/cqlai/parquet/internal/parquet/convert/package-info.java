/**
 * The table of conversions: which type of a Parquet file can become which CQL type, under what
 * condition, and how each value does.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.parquet.convert;

import javax.annotation.ParametersAreNonnullByDefault;
