package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.internal.format.RecordCursor;
import io.cqlai.parquet.internal.format.RejectEncoder;
import io.cqlai.parquet.internal.format.RowConverter;
import io.cqlai.parquet.internal.format.TextSource;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A file of CSV whose fields were matched to columns. */
public final class CsvSource extends TextSource {

  private final CsvFile file;
  private final List<Column> columns;
  private final int[] fields;
  private final Set<String> ofTable;

  /**
   * Makes a source.
   *
   * @param columns the columns that are filled
   * @param fields for each column, the name of the field that fills it
   * @param ofTable the names of all columns of the table
   */
  public CsvSource(
      CsvFile file, List<Column> columns, List<String> fields, Collection<String> ofTable) {
    this.file = file;
    this.ofTable = Set.copyOf(ofTable);
    this.columns = List.copyOf(columns);
    this.fields = fields.stream().mapToInt(file.fields()::indexOf).toArray();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public List<String> columns() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      String field = CqlName.quoteIfNeeded(file.fields().get(fields[i]));
      lines.add(columns.get(i).toCql() + " from " + field + " text");
    }
    return lines;
  }

  @Override
  protected RecordCursor records() {
    return file.records();
  }

  @Override
  protected RowConverter converter(RecordCursor records) {
    return new CsvConverter(
        (CsvRecords) records, columns, fields, file.fields().size(), file.settings().nullText());
  }

  @Override
  protected List<String> fields() {
    return file.fields();
  }

  @Override
  protected RejectEncoder rejects(OutputStream out) throws IOException {
    return CsvRejects.open(
        out, file.settings(), file.fields(), ofTable, fieldsOfEarlierRejection());
  }

  private int fieldsOfEarlierRejection() {
    List<String> names = CsvRejects.names(ofTable);
    int count = names.size();
    boolean are =
        file.fields().size() > count
            && file.fields().subList(0, count).equals(names)
            && Arrays.stream(fields).allMatch(field -> field >= count);
    return are ? count : 0;
  }
}
