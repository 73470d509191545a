package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.csv.CsvFile;
import io.cqlai.parquet.schema.CqlName;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The first record of a file of CSV, where it is to name the fields. */
final class CsvHeader {

  private static final int MOST_NAMES = 20;
  private static final int LONGEST_NAME = 60;

  private CsvHeader() {}

  /**
   * Refuses a file whose first record has none of the names that are wanted: it is likely a row,
   * which is not to be lost.
   *
   * @param wanted the fields of the column list, or the table's columns; at least one
   * @throws TransferException NO_SUCH_COLUMN
   */
  static void check(CsvFile file, List<String> wanted) {
    if (!Collections.disjoint(file.fields(), wanted)) {
      return;
    }
    throw TransferException.of(
            ErrorCode.NO_SUCH_COLUMN,
            "The first record should name the fields, and it has none of the names that are wanted:"
                + " it has "
                + named(file.fields())
                + "; wanted are "
                + named(wanted),
            "If it is a row, say HEADER=false: the fields are then those of the column list, or the"
                + " table's, in order. If it has other names, list the columns with them, as in ("
                + CqlName.quoteIfNeeded(wanted.get(0))
                + " = "
                + brief(file.fields().get(0))
                + ", …), or pass over them with HEADER=false and SKIPROWS=1")
        .at(Place.file(file.name()));
  }

  private static String named(List<String> names) {
    String text =
        names.stream().limit(MOST_NAMES).map(CsvHeader::brief).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES ? text + ", …" : text;
  }

  private static String brief(String name) {
    return name.length() > LONGEST_NAME
        ? CqlName.quoteIfNeeded(name.substring(0, LONGEST_NAME)) + "…"
        : CqlName.quoteIfNeeded(name);
  }
}
