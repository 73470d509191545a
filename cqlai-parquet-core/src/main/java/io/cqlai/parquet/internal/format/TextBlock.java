package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.spi.EncodedRows;
import java.io.ByteArrayOutputStream;

/**
 * Some whole lines.
 *
 * @param bytes the lines; not written to any more
 * @param rows how many rows they are
 */
record TextBlock(ByteArrayOutputStream bytes, long rows) implements EncodedRows {}
