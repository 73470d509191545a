package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.internal.parquet.read.ImportMapping;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.read.ReadLimits;
import io.cqlai.parquet.internal.parquet.read.RowGroupReader;
import io.cqlai.parquet.internal.parquet.read.Target;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.LocalInputFile;

/** The library's decoder: the rows of a file as CQL's bytes. */
public final class OwnDecoder {

  private static final int CHUNK_ROWS = 5_000;

  private final List<Target> targets;

  /** Makes a decoder for files that hold a table's rows. */
  public OwnDecoder(BenchTable table) {
    targets = table.schema().columns().stream().map(each -> new Target(each, each.name())).toList();
  }

  /**
   * Reads a file to its end with one thread.
   *
   * @param rows takes each row
   * @return how many there were
   */
  public long read(Path file, Consumer<RowView> rows) {
    ParquetSource source = ParquetSource.open(new LocalInputFile(file), file.toString());
    ImportMapping mapping = source.map(targets, Conversion.SAFE);
    long count = 0;
    for (int i = 0; i < source.rowGroups(); i++) {
      try (RowGroupReader reader =
          source.openRowGroup(
              i,
              mapping,
              ReadLimits.ofRows(CHUNK_ROWS),
              new LossCounters(),
              (row, converted) -> {
                throw new IllegalStateException("A row was refused: " + row);
              })) {
        for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
          chunk.rows().forEach(rows);
          count += chunk.size();
        }
      }
    }
    return count;
  }
}
