package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.internal.format.CellCollector;
import io.cqlai.parquet.internal.format.RowConverter;
import io.cqlai.parquet.internal.format.UnfitRow;
import io.cqlai.parquet.internal.value.CellParser;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlType;
import java.util.List;

/** Makes records into rows. */
final class CsvConverter implements RowConverter {

  private final CsvRecords records;
  private final List<Column> columns;
  private final int[] fields;
  private final int width;
  private final String nullText;
  private final String nullWithin;
  private final CellCollector cells;

  CsvConverter(CsvRecords records, List<Column> columns, int[] fields, int width, String nullText) {
    this.records = records;
    this.columns = columns;
    this.fields = fields;
    this.width = width;
    this.nullText = nullText;
    this.nullWithin = CellParser.nullWithin(nullText);
    this.cells = new CellCollector(columns.size());
  }

  @Override
  public RowView convert() throws UnfitRow {
    CsvRecord record = records.record();
    cells.begin();
    if (record.size() != width) {
      throw new UnfitRow(
          "", record.size() + " fields, where there should be " + width, cells.row());
    }
    String unfitColumn = "";
    String reason = "";
    for (int i = 0; i < fields.length; i++) {
      Column column = columns.get(i);
      String text = record.field(fields[i]);
      if (isNull(column.type(), text, record.isQuoted(fields[i]))) {
        continue;
      }
      try {
        CellParser.put(column.type(), text, nullWithin, cells.cell(i));
        cells.end(i);
      } catch (UnfitValue e) {
        unfitColumn = reason.isEmpty() ? column.name() : unfitColumn;
        reason = reason.isEmpty() ? e.reason() : reason;
      }
    }
    if (!reason.isEmpty()) {
      throw new UnfitRow(unfitColumn, reason, cells.row());
    }
    return cells.row();
  }

  /** Nothing at all is a value of text alone, and of that in quotes. */
  private boolean isNull(CqlType type, String text, boolean quoted) {
    boolean isText = type == CqlType.Scalar.TEXT || type == CqlType.Scalar.ASCII;
    return (!quoted && text.equals(nullText)) || (text.isEmpty() && !isText);
  }

  @Override
  public List<Loss> losses() {
    return List.of();
  }
}
