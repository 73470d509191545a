package io.cqlai.parquet.internal.format.csv;

import java.util.List;

/**
 * A record as it was read; an empty line is one field of nothing.
 *
 * @param line the line on which it begins, from 1
 * @param fields the fields, without the quotes around them
 * @param quoted for each field, whether there were quotes around it
 */
record CsvRecord(long line, List<String> fields, boolean[] quoted) {

  private static final String NOTHING = "";

  /** Tells whether the line holds nothing at all. */
  boolean isBlank() {
    return fields.isEmpty();
  }

  /** Returns how many fields there are, one at least. */
  int size() {
    return Math.max(1, fields.size());
  }

  /** Returns a field without the quotes around it. */
  String field(int index) {
    return isBlank() ? NOTHING : fields.get(index);
  }

  /** Tells whether there were quotes around a field. */
  boolean isQuoted(int index) {
    return !isBlank() && quoted[index];
  }
}
