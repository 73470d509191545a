package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowEncoder;
import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;

/**
 * Encodes rows into row groups in memory. A row group is completed when it is full, so that memory
 * holds one row group whatever the number of rows.
 */
final class ParquetEncoder implements RowEncoder {

  private static final long LARGEST_STEP = 1L << 20;
  private static final int MOST_ROWS_IN_STEP = 10_000;

  private final ParquetMapping mapping;
  private final ParquetWriteSettings settings;
  private final Codecs codecs = new Codecs();
  private final BytesInputCompressor compressor;
  private final LossCounters losses = new LossCounters();
  private final RowChecks checks;
  private final RowBlock block;
  private final BitSet wideSeen = new BitSet();
  private BitSet wideHere = new BitSet();
  @Nullable private RowWriter rowGroup;
  private long completedBytes;

  ParquetEncoder(ParquetMapping mapping, ParquetWriteSettings settings) {
    this.mapping = mapping;
    this.settings = settings;
    this.compressor = codecs.compressor(Codecs.nameOf(settings.compression()), settings.level());
    this.checks = new RowChecks(mapping);
    this.block = new RowBlock(mapping.columns().size());
  }

  @Override
  public void write(RowChunk chunk, RejectListener rejects, EncodedRows.Taker completed)
      throws IOException {
    WideCells wide = WideCells.in(chunk);
    wideSeen.or(wide.columns());
    if (!contains(wideHere, wide.columns())) {
      endRowGroup(completed);
    }
    int step = rowsInStep(chunk);
    int untilCheck = step;
    Iterator<RowView> rows = chunk.rows().iterator();
    while (rows.hasNext()) {
      take(rows, Math.min(untilCheck, rowsLeft()), rejects);
      if (block.rows() == 0) {
        continue; // which is so when there are no more, too
      }
      RowWriter writer = rowGroup == null ? startRowGroup() : rowGroup;
      untilCheck -= block.rows();
      writeTo(writer);
      writer.encoder().endRows(block.rows());
      if (writer.encoder().rows() >= settings.rowGroupRows()) {
        endRowGroup(completed);
      } else if (untilCheck <= 0) {
        endRowGroupAt(settings.rowGroupBytes() - wide.largestRow(), completed);
      }
      untilCheck = untilCheck <= 0 ? step : untilCheck;
    }
    block.clear();
    endRowGroupAt(settings.rowGroupBytes(), completed);
  }

  /** Returns how many rows the row group may still have. */
  private long rowsLeft() {
    return settings.rowGroupRows() - (rowGroup == null ? 0 : rowGroup.encoder().rows());
  }

  /**
   * Takes the next rows that fit. All of them are in a page before it can be closed: so they end
   * where they fill one.
   */
  private void take(Iterator<RowView> rows, long most, RejectListener rejects) {
    block.clear();
    long bytes = 0;
    while (block.rows() < Math.min(most, RowBlock.MOST_ROWS)
        && bytes < WideCells.HUGE_BYTES
        && rows.hasNext()) {
      RowView row = rows.next();
      long size = block.put(row);
      if (checks.accept(row, block, rejects)) {
        block.keep();
        bytes += size;
      }
    }
  }

  private void writeTo(RowWriter writer) {
    try {
      writer.write(block);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      Column column = mapping.columns().get(writer.column()).column();
      throw TransferException.of(
              ErrorCode.INTERNAL,
              "Column "
                  + column.cqlName()
                  + " has a cell that is no "
                  + column.type().toCql()
                  + ": "
                  + e.getMessage(),
              "Was the table altered while it was read? If not, please report it")
          .causedBy(e);
    }
  }

  /** Returns after how many rows the size is looked at: often enough, and never for each row. */
  private int rowsInStep(RowChunk chunk) {
    long average = Math.max(1, chunk.bytes() / Math.max(1, chunk.size()));
    long stepBytes = Math.min(LARGEST_STEP, settings.rowGroupBytes() / 8);
    return (int) Math.max(1, Math.min(MOST_ROWS_IN_STEP, stepBytes / average));
  }

  private RowWriter startRowGroup() {
    wideHere = (BitSet) wideSeen.clone();
    wideSeen.clear();
    Set<String> names =
        wideHere.stream()
            .mapToObj(i -> mapping.columns().get(i).field().name())
            .collect(Collectors.toSet());
    RowGroupEncoder encoder =
        new RowGroupEncoder(
            mapping.messageType(),
            PageEncoding.of(mapping.messageType(), settings.rowGroupBytes(), names),
            compressor);
    RowWriter writer = RowWriter.of(mapping, losses, encoder);
    rowGroup = writer;
    return writer;
  }

  private void endRowGroupAt(long bytes, EncodedRows.Taker completed) throws IOException {
    if (rowGroup != null && rowGroup.encoder().bufferedBytes() >= bytes) {
      endRowGroup(completed);
    }
  }

  private void endRowGroup(EncodedRows.Taker completed) throws IOException {
    if (rowGroup != null) {
      RowGroupEncoder full = rowGroup.encoder();
      rowGroup = null;
      completedBytes += full.bufferedBytes();
      full.finish();
      completed.take(full);
    }
  }

  private static boolean contains(BitSet all, BitSet some) {
    BitSet missing = (BitSet) some.clone();
    missing.andNot(all);
    return missing.isEmpty();
  }

  @Override
  public void finish(EncodedRows.Taker completed) throws IOException {
    endRowGroup(completed);
    close();
  }

  /** Returns what it has lost so far. */
  LossCounters losses() {
    return losses;
  }

  @Override
  public long bytes() {
    return completedBytes + bufferedBytes();
  }

  /** Returns the bytes of the row group that is not full yet. */
  long bufferedBytes() {
    return rowGroup == null ? 0 : rowGroup.encoder().bufferedBytes();
  }

  @Override
  public void close() {
    rowGroup = null;
    codecs.release();
  }
}
