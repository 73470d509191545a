package io.cqlai.parquet.it.cqlsh;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Records of CSV by the key that is their first field. */
final class CsvText {

  /** What cqlsh prints of a row that was refused, when each is a batch of its own. */
  private static final Pattern MESSAGE =
      Pattern.compile("Failed to import 1 rows: (.*?), +given up", Pattern.DOTALL);

  private CsvText() {}

  /** Returns the fields of each record of a file as one text, by the first of them. */
  static Map<String, String> fields(Path file) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (CsvRecord row : records(file)) {
      fields.put(row.getField(0), String.join("|", row.getFields()));
    }
    return fields;
  }

  /**
   * Reads what cqlsh's COPY FROM refused: it prints a message for each row, and writes the row to
   * its ERRFILE, with the key as a literal of CQL.
   *
   * @return for each key, what was said of its row
   */
  static Map<String, String> refused(String output, Path errorFile) throws IOException {
    Map<String, String> refused = new LinkedHashMap<>();
    List<String> messages = MESSAGE.matcher(output).results().map(m -> m.group(1)).toList();
    List<CsvRecord> rows = Files.exists(errorFile) ? records(errorFile) : List.of();
    if (rows.size() != messages.size()) {
      throw new AssertionError(rows.size() + " rows, not as many messages: " + output);
    }
    for (int i = 0; i < rows.size(); i++) {
      String key = rows.get(i).getField(0);
      refused.put(key.substring(1, key.length() - 1).replace("''", "'"), messages.get(i));
    }
    return refused;
  }

  private static List<CsvRecord> records(Path file) throws IOException {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      reader.forEach(records::add);
    }
    return records;
  }
}
