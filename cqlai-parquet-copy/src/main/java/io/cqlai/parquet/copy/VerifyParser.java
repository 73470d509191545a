package io.cqlai.parquet.copy;

import java.util.Optional;

/** Reads a VERIFY; the word VERIFY has been taken. */
final class VerifyParser {

  private final TokenReader reader;

  VerifyParser(TokenReader reader) {
    this.reader = reader;
  }

  Verify parse() {
    String path = new PathReader(reader).verified();
    if (reader.takeWord("AGAINST")) {
      return new Verify(path, table(), Verify.Relation.EQUAL);
    }
    if (reader.takeWord("WITHIN")) {
      return new Verify(path, table(), Verify.Relation.CONTAINED);
    }
    Token token = reader.peek();
    if (!token.isSymbol(';') && !token.is(Token.Kind.END)) {
      throw reader.unexpected("AGAINST, WITHIN or the end of the statement", null);
    }
    return new Verify(path, Optional.empty(), Verify.Relation.EQUAL);
  }

  private Optional<TableName> table() {
    return Optional.of(new NameReader(reader).table());
  }
}
