package io.cqlai.parquet.copy;

/**
 * Refuses what CQL may have behind the relations of a WHERE clause. A table is read in many queries
 * side by side, and each of these would then apply to every one of them.
 */
final class WhereLimits {

  private WhereLimits() {}

  /** Refuses the next tokens if they start such a part. */
  static void check(TokenReader reader) {
    if (reader.peek().isWord("LIMIT")) {
      throw refuse(reader, 1, "LIMIT", "use the option: WITH LIMIT = …");
    }
    // PER and PARTITION are no reserved words, so each alone may be a column.
    if (reader.peek().isWord("PER") && reader.peek(1).isWord("PARTITION")) {
      throw refuse(reader, 3, "PER PARTITION LIMIT", query());
    }
    if (reader.peek().isWord("ORDER") && reader.peek(1).isWord("BY")) {
      throw refuse(reader, 2, "ORDER BY", query());
    }
    if (reader.peek().isWord("GROUP") && reader.peek(1).isWord("BY")) {
      throw refuse(reader, 2, "GROUP BY", query());
    }
    if (reader.peek().isWord("ALLOW") && reader.peek(1).isWord("FILTERING")) {
      throw refuse(reader, 2, "ALLOW FILTERING", "leave it out: it is added where it is needed");
    }
  }

  private static String query() {
    return "export the query itself: COPY (SELECT …) TO …";
  }

  private static StatementException refuse(
      TokenReader reader, int words, String part, String remedy) {
    Token first = reader.peek();
    Token last = first;
    for (int i = 1; i < words && reader.peek(i).is(Token.Kind.WORD); i++) {
      last = reader.peek(i);
    }
    return reader.fail(
        reader.place(first, last),
        StatementCode.WHERE_CLAUSE,
        "WHERE cannot have " + part + " here: a table is read in many queries",
        null,
        remedy);
  }
}
