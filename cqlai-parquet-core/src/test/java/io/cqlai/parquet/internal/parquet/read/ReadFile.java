package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads all rows of a file as an import does. */
final class ReadFile {

  static final String NAME = "hostile.parquet";

  private ReadFile() {}

  /**
   * Reads a file.
   *
   * @param columns the fields and what each is to become
   * @param rows is told of each row that is taken, its cells in the order of the columns
   */
  static void read(byte[] file, Map<String, CqlType> columns, Consumer<RowView> rows) {
    ParquetSource source = ParquetSource.open(new MemoryFile(file), NAME);
    List<Target> targets = new ArrayList<>();
    columns.forEach(
        (name, type) -> targets.add(new Target(new Column(name, type, ColumnRole.REGULAR), name)));
    ImportMapping mapping = source.map(targets, Conversion.LENIENT);
    for (int i = 0; i < source.rowGroups(); i++) {
      try (RowGroupReader reader =
          source.openRowGroup(
              i, mapping, ReadLimits.ofRows(64), new LossCounters(), (row, cells) -> {})) {
        for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
          chunk.rows().forEach(rows);
        }
      }
    }
  }
}
