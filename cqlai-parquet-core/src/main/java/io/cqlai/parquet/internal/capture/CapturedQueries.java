package io.cqlai.parquet.internal.capture;

/** The text of the queries of a capture, for the metadata of its file; cut where it is long. */
final class CapturedQueries {

  private static final int MOST_CHARACTERS = 64 << 10;

  private final StringBuilder text = new StringBuilder();
  private long left;

  void add(String query) {
    if (text.length() + query.length() > MOST_CHARACTERS) {
      left++;
    } else {
      text.append(text.isEmpty() ? "" : ";\n").append(query);
    }
  }

  /** Returns the queries, each on a line of its own or several. */
  String text() {
    return left == 0 ? text.toString() : text + ";\nand " + left + " more";
  }
}
