package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.internal.format.RecordCursor;
import io.cqlai.parquet.internal.format.RejectEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rejected records as CSV: in front of each, file, line and reason, then its fields as they stood,
 * however many they were. There is always a header. Where records are rejected that were rejected
 * before, the new reasons replace the old.
 */
final class CsvRejects implements RejectEncoder {

  private final RecordWriter out;
  private final int old;

  private CsvRejects(RecordWriter out, int old) {
    this.out = out;
    this.old = old;
  }

  /**
   * Begins a file.
   *
   * @param fields the names of the records' fields
   * @param columns the names of the table's columns
   * @param old how many of the first fields are those of an earlier rejection
   */
  static CsvRejects open(
      OutputStream target, CsvSettings settings, List<String> fields, Set<String> columns, int old)
      throws IOException {
    // A reason may have characters that the encoding lacks: this kind of writer puts a ? there.
    RecordWriter out =
        RecordWriter.open(
            new PieceWriter(new OutputStreamWriter(target, settings.charset())), settings);
    List<String> kept = fields.subList(old, fields.size());
    Set<String> taken = new HashSet<>(columns);
    taken.addAll(kept);
    for (String name : names(taken)) {
      out.field(name);
    }
    for (String name : kept) {
      out.field(name);
    }
    out.end();
    return new CsvRejects(out, old);
  }

  /**
   * Returns the names of what stands in front of a record.
   *
   * @param taken those of the record's own fields, and of what would fill a column of the table
   */
  static List<String> names(Set<String> taken) {
    List<String> names = new ArrayList<>();
    for (String name : List.of(FILE, LINE, REASON)) {
      String free = name;
      while (taken.contains(free)) {
        free = "_" + free;
      }
      names.add(free);
    }
    return names;
  }

  @Override
  public void write(String file, RecordCursor cursor, String reason) throws IOException {
    CsvRecord record = ((CsvRecords) cursor).record();
    out.field(file);
    out.field(Long.toString(record.line()));
    out.field(reason);
    for (int i = old; i < record.size(); i++) {
      out.field(record.field(i), record.isQuoted(i));
    }
    out.end();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
