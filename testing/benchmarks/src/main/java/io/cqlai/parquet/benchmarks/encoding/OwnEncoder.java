package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.write.ParquetSink;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RowEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.io.LocalOutputFile;

/** The library's encoder. */
public final class OwnEncoder {

  private static final long ROW_GROUP_BYTES = 64L << 20;

  private final ParquetMapping mapping;
  private final ParquetWriteSettings settings;

  /** Makes an encoder with the defaults of an export, but for the codec. */
  public OwnEncoder(BenchTable table, Compression compression) {
    mapping = ParquetMapping.of(table.schema(), null, Profile.STANDARD, Map.of());
    settings = new ParquetWriteSettings(compression, null, ROW_GROUP_BYTES, Long.MAX_VALUE);
  }

  /** Returns the columns and their forms in the file. */
  public ParquetMapping mapping() {
    return mapping;
  }

  /**
   * Writes one file with one thread.
   *
   * @return how many rows the file has
   */
  public long write(List<RowChunk> pages, Path file) throws IOException {
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file), mapping, settings, Map.of())) {
      for (RowChunk page : pages) {
        sink.write(page, OwnEncoder::refuse);
      }
      return sink.finish().rows();
    }
  }

  /**
   * Writes one file with several threads, as an export does: each takes the next page that no other
   * has, and row groups are appended one at a time.
   *
   * @return how many rows the file has
   */
  public long writeInParallel(List<RowChunk> pages, int threads, Path file) throws IOException {
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file), mapping, settings, Map.of())) {
      AtomicInteger next = new AtomicInteger();
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        RowEncoder encoder = sink.encoder();
        running.add(CompletableFuture.runAsync(() -> encode(pages, next, encoder, sink)));
      }
      running.forEach(CompletableFuture::join);
      return sink.finish().rows();
    }
  }

  private static void encode(
      List<RowChunk> pages, AtomicInteger next, RowEncoder encoder, ParquetSink sink) {
    EncodedRows.Taker file =
        part -> {
          synchronized (sink) {
            sink.append(part);
          }
        };
    try (encoder) {
      for (int i = next.getAndIncrement(); i < pages.size(); i = next.getAndIncrement()) {
        encoder.write(pages.get(i), OwnEncoder::refuse, file);
      }
      encoder.finish(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(RowView row, int column, String reason) {
    throw new IllegalStateException("A row was refused: " + reason);
  }
}
