package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rows to one Parquet file. Row groups are encoded in memory and appended when they are
 * full.
 */
public final class ParquetSink implements RowSink {

  private final ParquetMapping mapping;
  private final ParquetWriteSettings settings;
  private final RowGroupFile file;
  private final List<ParquetEncoder> encoders = new ArrayList<>();
  private final ParquetEncoder own;
  private boolean broken;
  private boolean finished;

  private ParquetSink(ParquetMapping mapping, ParquetWriteSettings settings, RowGroupFile file) {
    this.mapping = mapping;
    this.settings = settings;
    this.file = file;
    this.own = encoder();
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
    try {
      return new ParquetSink(mapping, settings, file);
    } catch (RuntimeException | Error e) { // a codec whose library does not load
      file.fail();
      file.close();
      throw e;
    }
  }

  @Override
  public ParquetEncoder encoder() {
    ParquetEncoder encoder = new ParquetEncoder(mapping, settings);
    encoders.add(encoder);
    return encoder;
  }

  @Override
  public void append(EncodedRows part) throws IOException {
    checkUsable();
    file.append((RowGroupEncoder) part);
  }

  @Override
  public void write(RowChunk chunk, RejectListener rejects) throws IOException {
    checkUsable();
    broken = true; // until this ends well: half a row may have been written
    own.write(chunk, rejects, part -> file.append((RowGroupEncoder) part));
    broken = false;
  }

  @Override
  public long bytes() {
    return file.bytes() + own.bufferedBytes();
  }

  @Override
  public void describe(Map<String, String> entries) {
    file.describe(entries);
  }

  @Override
  public Summary finish() throws IOException {
    checkUsable();
    broken = true;
    own.finish(part -> file.append((RowGroupEncoder) part));
    long bytes = file.finish();
    broken = false;
    finished = true;
    LossCounters losses = new LossCounters();
    encoders.forEach(encoder -> losses.add(encoder.losses()));
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
    own.close();
    if (broken) {
      file.fail();
    }
    file.close();
  }
}
