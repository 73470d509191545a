package io.cqlai.parquet.internal.format;

/** Why a record was rejected, with its line: messages tell the two together, files apart. */
final class LineReason {

  private LineReason() {}

  /** Returns a reason with the line before it. */
  static String of(long line, String reason) {
    return before(line) + reason;
  }

  /** Returns a reason without its line, if it has one. */
  static String without(long line, String reason) {
    String before = before(line);
    return reason.startsWith(before) ? reason.substring(before.length()) : reason;
  }

  private static String before(long line) {
    return "line " + line + ": ";
  }
}
