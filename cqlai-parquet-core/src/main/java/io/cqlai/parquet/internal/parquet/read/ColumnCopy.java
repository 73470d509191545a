package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/** Copies a column's part of a row as it is. */
final class ColumnCopy {

  private final ColumnCursor in;
  private final ColumnWriter out;
  private final ByteSlice bytes = new ByteSlice();

  ColumnCopy(ColumnCursor in, ColumnWriter out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Copies the row that the cursor stands on.
   *
   * @return about how many bytes its values have
   */
  long copyRow() {
    long size = 0;
    do {
      if (in.ended()) {
        throw FileFault.corrupt("fewer values than rows");
      }
      if (in.defined()) {
        size += copyValue(in.values());
      } else {
        out.writeNull(in.repetition(), in.definition());
      }
      in.advance();
    } while (in.repetition() > 0);
    return size;
  }

  private int copyValue(ValueDecoder values) {
    int repetition = in.repetition();
    int definition = in.definition();
    switch (in.chunk().type()) {
      case BOOLEAN -> out.write(values.readBoolean(), repetition, definition);
      case INT32 -> out.write(values.readInt(), repetition, definition);
      case INT64 -> out.write(values.readLong(), repetition, definition);
      case FLOAT -> out.write(values.readFloat(), repetition, definition);
      case DOUBLE -> out.write(values.readDouble(), repetition, definition);
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> {
        values.readBytes(bytes);
        byte[] copy = new byte[bytes.length];
        System.arraycopy(bytes.array, bytes.offset, copy, 0, copy.length);
        out.write(Binary.fromConstantByteArray(copy), repetition, definition);
        return copy.length;
      }
    }
    return Long.BYTES;
  }
}
