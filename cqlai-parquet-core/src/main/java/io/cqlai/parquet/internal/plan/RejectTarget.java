package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;
import io.cqlai.parquet.spi.StagedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows go that an export's file cannot hold.
 *
 * @param file the file
 * @param format how the rows of {@link #columns} become that file
 */
public record RejectTarget(StagedFile file, OutputFormat format) {

  /** What is said of a row behind its own columns: the column at fault, why, the value's bytes. */
  private static final List<String> EXTRA = List.of("_column", "_reason", "_value");

  /** Returns the columns of the file: those of the rows, and what is said of a row behind them. */
  static RowSchema columns(RowSchema rows) {
    List<Column> columns = new ArrayList<>();
    for (Column column : rows.columns()) {
      columns.add(new Column(column.name(), column.type(), ColumnRole.REGULAR));
    }
    for (String extra : EXTRA) {
      String name = extra;
      while (rows.indexOf(name).isPresent()) {
        name = "_" + name;
      }
      CqlType type = extra.equals("_value") ? CqlType.Scalar.BLOB : CqlType.Scalar.TEXT;
      columns.add(new Column(name, type, ColumnRole.REGULAR));
    }
    return new RowSchema(columns);
  }
}
