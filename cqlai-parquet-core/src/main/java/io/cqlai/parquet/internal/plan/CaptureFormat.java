package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;

/**
 * How the rows of a captured query are written.
 *
 * @param rows what a row is made of
 * @param format how they become a file
 */
public record CaptureFormat(RowSchema rows, OutputFormat format) {}
