package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.RejectedRows;
import io.cqlai.parquet.spi.RowReader;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** Gives the rows of a file of text in chunks. */
final class TextRowReader implements RowReader {

  private static final long CHUNK_BYTES = 4L << 20;

  private final RecordCursor records;
  private final RowConverter converter;
  private final int chunkRows;
  private final RejectedRows rejected;
  private long position;
  private long end = Long.MAX_VALUE;

  TextRowReader(
      RecordCursor records, RowConverter converter, int chunkRows, RejectedRows rejected) {
    this.records = records;
    this.converter = converter;
    this.chunkRows = chunkRows;
    this.rejected = rejected;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void endAt(long row) {
    end = row;
  }

  @Override
  public long skip(long count) {
    long first = position;
    while (position - first < count && records.next()) {
      position++;
    }
    return position - first;
  }

  @Override
  @Nullable
  public RowChunk next() {
    List<RowView> rows = new ArrayList<>();
    long first = position;
    long bytes = 0;
    while (rows.size() < chunkRows && bytes < CHUNK_BYTES && position < end && records.next()) {
      position++;
      try {
        RowView row = converter.convert();
        rows.add(row);
        bytes += row.bytes();
      } catch (UnfitRow e) {
        String reason = LineReason.of(records.line(), e.reason());
        rejected.rejected(new RejectedRow(position - 1, e.column(), reason), e.converted());
        if (!rows.isEmpty()) {
          break;
        }
        first = position;
      }
    }
    return rows.isEmpty() ? null : new RowChunk(rows, first, bytes);
  }

  @Override
  public List<Loss> losses() {
    return converter.losses();
  }

  @Override
  public void close() {
    records.close();
  }
}
