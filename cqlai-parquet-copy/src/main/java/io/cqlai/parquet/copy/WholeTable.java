package io.cqlai.parquet.copy;

import java.util.List;

/** Tells a query that returns each row of its table once, as far as its words say. */
final class WholeTable {

  private static final List<String> LESS = List.of("WHERE", "GROUP", "LIMIT", "PER", "DISTINCT");

  private WholeTable() {}

  static boolean isReadBy(TokenReader query) {
    while (!query.peek().is(Token.Kind.END) && !query.peek().isSymbol(';')) {
      Token token = query.next();
      if (token.isSymbol('(') || LESS.stream().anyMatch(token::isWord)) {
        return false;
      }
    }
    return true;
  }
}
