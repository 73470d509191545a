package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rows to one Parquet file. A row group is encoded in memory and appended when it is full,
 * so that memory holds one row group whatever the size of the file.
 */
public final class ParquetSink implements RowSink {

  private static final long LARGEST_STEP = 1L << 20;
  private static final int MOST_ROWS_IN_STEP = 10_000;

  private final ParquetMapping mapping;
  private final ParquetWriteSettings settings;
  private final RowGroupFile file;
  private final Codecs codecs = new Codecs();
  private final BytesInputCompressor compressor;
  private final LossCounters losses = new LossCounters();
  private final RecordGroup record;
  private final RowChecks checks;
  private final BitSet wideSeen = new BitSet();
  private BitSet wideHere = new BitSet();
  @Nullable private RowGroupEncoder rowGroup;
  private boolean broken;
  private boolean finished;

  private ParquetSink(ParquetMapping mapping, ParquetWriteSettings settings, RowGroupFile file) {
    this.mapping = mapping;
    this.settings = settings;
    this.file = file;
    this.compressor = codecs.compressor(Codecs.nameOf(settings.compression()), settings.level());
    this.record = WriterTree.of(mapping, losses);
    this.checks = new RowChecks(mapping);
  }

  /**
   * Opens a file for writing; one that exists is written over.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param mapping the columns and their forms
   * @param keyValues the footer's metadata
   * @throws IOException when the target cannot be opened
   */
  public static ParquetSink open(
      OutputFile target,
      ParquetMapping mapping,
      ParquetWriteSettings settings,
      Map<String, String> keyValues)
      throws IOException {
    RowGroupFile file = RowGroupFile.open(target, mapping.messageType(), keyValues);
    return new ParquetSink(mapping, settings, file);
  }

  @Override
  public void write(RowChunk chunk, RejectListener rejects) throws IOException {
    checkUsable();
    broken = true; // until this ends well: half a row may have been written
    writeRows(chunk, rejects);
    broken = false;
  }

  private void writeRows(RowChunk chunk, RejectListener rejects) throws IOException {
    WideCells wide = WideCells.in(chunk);
    wideSeen.or(wide.columns());
    if (!contains(wideHere, wide.columns())) {
      endRowGroup();
    }
    int step = rowsInStep(chunk);
    int untilCheck = step;
    for (RowView row : chunk.rows()) {
      if (!checks.accept(row, rejects)) {
        continue;
      }
      RowGroupEncoder encoder = rowGroup == null ? startRowGroup() : rowGroup;
      write(row, encoder);
      untilCheck--;
      if (encoder.rows() >= settings.rowGroupRows()) {
        endRowGroup();
      } else if (untilCheck <= 0) {
        untilCheck = step;
        endRowGroupAt(settings.rowGroupBytes() - wide.largestRow());
      }
    }
    endRowGroupAt(settings.rowGroupBytes());
  }

  private void write(RowView row, RowGroupEncoder encoder) {
    try {
      encoder.write(record.at(row));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      Column column = mapping.columns().get(record.column()).column();
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

  private RowGroupEncoder startRowGroup() {
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
    rowGroup = encoder;
    return encoder;
  }

  private void endRowGroupAt(long bytes) throws IOException {
    if (rowGroup != null && rowGroup.bufferedBytes() >= bytes) {
      endRowGroup();
    }
  }

  private void endRowGroup() throws IOException {
    if (rowGroup != null) {
      rowGroup.finish();
      file.append(rowGroup);
      rowGroup = null;
    }
  }

  private static boolean contains(BitSet all, BitSet some) {
    BitSet missing = (BitSet) some.clone();
    missing.andNot(all);
    return missing.isEmpty();
  }

  @Override
  public long bytes() {
    return file.bytes() + (rowGroup == null ? 0 : rowGroup.bufferedBytes());
  }

  @Override
  public Summary finish() throws IOException {
    checkUsable();
    broken = true;
    endRowGroup();
    long bytes = file.finish();
    broken = false;
    finished = true;
    codecs.release();
    return new Summary(file.rows(), bytes, file.rowGroups(), losses.losses());
  }

  private void checkUsable() {
    if (broken || finished) {
      throw new IllegalStateException(
          finished ? "The file is finished" : "Writing the file has failed before");
    }
  }

  @Override
  public void close() throws IOException {
    rowGroup = null;
    codecs.release();
    if (broken) {
      file.fail();
    }
    file.close();
  }
}
