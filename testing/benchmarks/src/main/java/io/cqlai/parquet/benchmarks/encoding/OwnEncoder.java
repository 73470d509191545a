package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.write.ParquetSink;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.RowChunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        sink.write(
            page,
            (row, column, reason) -> {
              throw new IllegalStateException("A row was refused: " + reason);
            });
      }
      return sink.finish().rows();
    }
  }

  /**
   * Writes with several threads, each a part of the rows into a file of its own. This is what the
   * machine gives, and no encoder of one file can be faster.
   *
   * @param files one for each thread
   * @return how many rows the files have
   */
  public long writeInParallel(List<RowChunk> pages, List<Path> files) {
    List<CompletableFuture<Long>> threads = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      List<RowChunk> part =
          pages.subList(pages.size() * i / files.size(), pages.size() * (i + 1) / files.size());
      threads.add(CompletableFuture.supplyAsync(() -> writeUnchecked(part, file)));
    }
    return threads.stream().mapToLong(CompletableFuture::join).sum();
  }

  private long writeUnchecked(List<RowChunk> pages, Path file) {
    try {
      return write(pages, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
