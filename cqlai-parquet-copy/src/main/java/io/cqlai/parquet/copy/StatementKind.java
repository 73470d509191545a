package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Token.Kind;
import java.util.Locale;

/** Which statement a text is, by its first words. */
enum StatementKind {
  COPY("COPY"),
  EXPLAIN_COPY("EXPLAIN COPY"),
  VERIFY("VERIFY"),
  DESCRIBE_PARQUET("DESCRIBE PARQUET"),
  CAPTURE("CAPTURE"),
  /** CQL, a command of a shell, or nothing. */
  OTHER("");

  private final String words;

  StatementKind(String words) {
    this.words = words;
  }

  /** The words that start it. */
  String words() {
    return words;
  }

  /** The kind of the statement whose first tokens are next. */
  static StatementKind of(TokenReader reader) {
    Token first = reader.peek();
    Token second = reader.peek(1);
    if (!first.is(Kind.WORD)) {
      return OTHER;
    }
    return switch (first.value().toUpperCase(Locale.ROOT)) {
      case "COPY" -> COPY;
      case "EXPLAIN" -> second.isWord("COPY") ? EXPLAIN_COPY : OTHER;
      case "VERIFY" -> VERIFY;
      // A table or a keyspace may be called parquet, so its description goes to Cassandra.
      case "DESCRIBE", "DESC" ->
          second.isWord("PARQUET") && startsString(reader.peek(2)) ? DESCRIBE_PARQUET : OTHER;
      case "CAPTURE" -> CAPTURE;
      default -> OTHER;
    };
  }

  private static boolean startsString(Token token) {
    return token.is(Kind.STRING) || (token.is(Kind.UNCLOSED) && token.value().equals("'"));
  }
}
