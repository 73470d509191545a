package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ColumnIssues;
import io.cqlai.parquet.internal.parquet.convert.UnchangedBytes;
import io.cqlai.parquet.internal.parquet.convert.ValueConverter;
import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.DictionaryDecoder;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.annotation.Nullable;

/** Values of one column. */
final class LeafReader extends ValueReader {

  /** A cell of so many bytes is not copied by way of the row. */
  private static final int LARGE = 64 << 10;

  private final ColumnCursor cursor;
  private final ValueConverter converter;
  private final ColumnIssues issues;
  private final boolean viaEntries;
  @Nullable private final UnchangedBytes unchanged;
  private final ByteSlice slice = new ByteSlice();
  @Nullable private SharedCells entries;
  @Nullable private ByteBuffer large;

  /**
   * Makes a reader.
   *
   * @param whole whether a value is a cell of its own
   * @param bytes whether the column's values are bytes, of which each is worth converting only once
   */
  LeafReader(
      ColumnCursor cursor,
      ValueConverter converter,
      ColumnIssues issues,
      boolean whole,
      boolean bytes) {
    super(List.of(cursor));
    this.cursor = cursor;
    this.converter = converter;
    this.issues = issues;
    this.viaEntries = bytes;
    this.unchanged = whole && converter instanceof UnchangedBytes same ? same : null;
  }

  @Override
  boolean read(CellWriter out) {
    if (!cursor.defined()) {
      cursor.advance();
      return false;
    }
    boolean fits = readValue(cursor.values(), out);
    cursor.advance();
    return fits;
  }

  private boolean readValue(ValueDecoder values, CellWriter out) {
    if (viaEntries && values instanceof DictionaryDecoder numbers) {
      return readEntry(numbers, out);
    }
    if (unchanged == null) {
      return converter.convert(values, out);
    }
    values.readBytes(slice);
    if (!unchanged.accepts(slice)) {
      return false;
    }
    if (slice.length < LARGE) {
      out.putBytes(slice.array, slice.offset, slice.length);
    } else {
      int end = slice.offset + slice.length;
      large = ByteBuffer.wrap(Arrays.copyOfRange(slice.array, slice.offset, end));
    }
    return true;
  }

  private boolean readEntry(DictionaryDecoder numbers, CellWriter out) {
    SharedCells cells = entries;
    if (cells == null || !cells.isOf(numbers.dictionary())) {
      cells = new SharedCells(numbers.dictionary(), converter, issues);
      entries = cells;
    }
    return cells.put(numbers.readEntry(), out);
  }

  @Override
  @Nullable
  ByteBuffer takeLarge() {
    ByteBuffer taken = large;
    large = null;
    return taken;
  }
}
