package io.cqlai.parquet.copy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An option that users know from elsewhere, with the reason why it is refused and what to do
 * instead.
 *
 * @param name the option
 * @param reason why it is refused, as half a sentence that follows the name
 * @param remedy what to do instead
 */
record RefusedOption(String name, String reason, String remedy) {

  private static final String LATER = "is not supported by this version";
  private static final String ONE_FORM =
      "is refused: CSV is written and read in one form, which loses nothing";

  private static final Map<String, RefusedOption> ALL = new TreeMap<>();

  static {
    put("SINCE", LATER, "give a WHERE clause over a column that holds the time");
    put("TRANSFORM", LATER, "transform the rows before or after the copy");
    put("PARTITION_BY", LATER, "export once for each partition, each with its WHERE clause");
    put("PARTITION", LATER, "export once for each partition, each with its WHERE clause");
    put("MAXOUTPUTSIZE", LATER, "bound files by bytes, with MAX_FILE_SIZE");
    put("BLOOM", LATER, "leave it out: the file has statistics and column indexes");
    put("FILTER", LATER, "filter on export, with a WHERE clause");
    put("PARTITION_FILTER", LATER, "name the files that hold the partitions");
    put("CREATE_TABLE", LATER, "create the table first");
    put("PRIMARY_KEY", LATER, "create the table first");
    put("VERSION", LATER, "name the files of the version that is wanted");
    put("AWS_PROFILE", LATER, "copy to a local file, and upload that");
    put("MAXBATCHSIZE", LATER, "leave it out: batches are sized by the library");
    put("MINBATCHSIZE", LATER, "leave it out: batches are sized by the library");
    put("MAXATTEMPTS", LATER, "leave it out, and allow rows to fail with MAXERRORS");
    put(
        "REPORTFREQUENCY",
        LATER,
        "leave it out: the program that runs the statement shows progress");

    put("SKIPCOLS", "is refused: columns are chosen by name", "list the columns after the table");
    put("FLOATPRECISION", "is refused: numbers are always kept in full", "leave it out");
    put("DOUBLEPRECISION", "is refused: numbers are always kept in full", "leave it out");
    put("PREPAREDSTATEMENTS", "is refused: statements are always prepared", "leave it out");
    put("CONFIGFILE", "is refused: a statement says all it does", "write the options after WITH");
    put(
        "RATEFILE",
        "is refused: progress goes to the program that runs the statement",
        "leave it out");

    put("DATETIMEFORMAT", ONE_FORM, "leave it out: times are as ISO 8601 has them, and in UTC");
    put("BOOLSTYLE", ONE_FORM, "leave it out: it is true and false");
    put("DECIMALSEP", ONE_FORM, "leave it out: it is a full stop");
    put("THOUSANDSSEP", ONE_FORM, "leave it out: there is none");
  }

  /** The refused option of this name, in any case. */
  static Optional<RefusedOption> named(String name) {
    return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)));
  }

  /** All of them, by name. */
  static List<RefusedOption> all() {
    return List.copyOf(ALL.values());
  }

  private static void put(String name, String reason, String remedy) {
    ALL.put(name, new RefusedOption(name, reason, remedy));
  }
}
