package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.spi.EncodedRows;
import org.apache.parquet.bytes.CapacityByteArrayOutputStream;

/**
 * Some whole lines.
 *
 * @param bytes the lines; not written to any more
 * @param rows how many rows they are
 */
record TextBlock(CapacityByteArrayOutputStream bytes, long rows) implements EncodedRows {}
