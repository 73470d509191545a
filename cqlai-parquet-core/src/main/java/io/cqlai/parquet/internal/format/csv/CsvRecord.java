package io.cqlai.parquet.internal.format.csv;

import java.util.List;

/**
 * A record as it was read.
 *
 * @param line the line on which it begins, from 1
 * @param fields the fields, without the quotes around them
 * @param quoted for each field, whether there were quotes around it
 */
record CsvRecord(long line, List<String> fields, boolean[] quoted) {

  /** Tells whether the line holds nothing at all. */
  boolean isBlank() {
    return fields.isEmpty();
  }
}
