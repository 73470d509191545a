package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;

/** Reads one whole statement. */
final class StatementParser {

  private static final String EXPECTED = "COPY, EXPLAIN COPY, VERIFY or CAPTURE";

  private final TokenReader reader;

  private StatementParser(TokenReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the statement that the text is.
   *
   * @param wishes gets what could follow at the end of the text
   */
  static Statement parse(String text, Wishes wishes) {
    return new StatementParser(new TokenReader(text, wishes)).statement();
  }

  private Statement statement() {
    reader.wish(Wanted.WORD, "COPY", "EXPLAIN", "VERIFY", "CAPTURE");
    boolean explain = reader.takeWord("EXPLAIN");
    if (!explain) {
      refuseOthers();
    }
    reader.refuseBrokenTokens();
    Statement statement = explain ? new ExplainCopy(copy()) : other();
    reader.takeSymbol(';');
    if (!reader.peek().is(Token.Kind.END)) {
      throw reader.unexpected("the end of the text", "run one statement at a time");
    }
    return statement;
  }

  private Statement other() {
    if (reader.takeWord("VERIFY")) {
      return new VerifyParser(reader).parse();
    }
    return reader.takeWord("CAPTURE") ? new CaptureParser(reader).parse() : copy();
  }

  private CopyStatement copy() {
    if (!reader.takeWord("COPY")) {
      throw reader.unexpected("COPY", null);
    }
    return new CopyParser(reader).parse();
  }

  private void refuseOthers() {
    StatementKind kind = StatementKind.of(reader);
    Token first = reader.peek();
    switch (kind) {
      case COPY, EXPLAIN_COPY, VERIFY, CAPTURE -> {}
      case DESCRIBE_PARQUET ->
          throw reader.fail(
              reader.place(first, reader.peek(1)),
              StatementCode.NOT_SUPPORTED,
              kind.words() + " is not supported by this version",
              EXPECTED,
              null);
      case OTHER -> {
        boolean nothing = first.is(Token.Kind.END) || first.isSymbol(';');
        throw reader.fail(
            first,
            nothing ? StatementCode.SYNTAX : StatementCode.NOT_OURS,
            nothing
                ? "the statement is empty"
                : Shown.token(reader.text(), first) + " starts no statement of this library",
            EXPECTED,
            nothing ? null : "send CQL to Cassandra itself");
      }
    }
  }
}
