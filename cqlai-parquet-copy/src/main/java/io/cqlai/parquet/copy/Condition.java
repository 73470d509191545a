package io.cqlai.parquet.copy;

import java.util.HashSet;
import java.util.Set;

/**
 * The text of a WHERE clause, and what can be told of it without the server.
 *
 * @param text the clause without the word WHERE and without blanks and comments around it
 * @param fixed the columns that have {@code =} or {@code IN} on their own, outside of brackets, by
 *     their internal names
 * @param usesToken whether {@code token(…)} stands anywhere in it
 */
public record Condition(String text, Set<String> fixed, boolean usesToken) {

  /** Makes the condition; the set is copied. */
  public Condition {
    fixed = Set.copyOf(fixed);
  }

  /**
   * Reads a clause, which may have bind markers.
   *
   * @throws StatementException as {@link Statements#checkWhere} does
   */
  public static Condition parse(String where) {
    String text = Statements.checkWhere(where);
    TokenReader reader = new TokenReader(text, new Wishes());
    Set<String> fixed = new HashSet<>();
    boolean token = false;
    int depth = 0;
    for (Token first = reader.next(); !first.is(Token.Kind.END); first = reader.next()) {
      depth += first.isSymbol('(') ? 1 : first.isSymbol(')') ? -1 : 0;
      token |= first.isWord("TOKEN") && reader.peek().isSymbol('(');
      boolean compared = reader.peek().isSymbol('=') || reader.peek().isWord("IN");
      if (depth == 0 && compared && first.is(Token.Kind.WORD)) {
        fixed.add(Name.unquoted(first.value()).text());
      } else if (depth == 0 && compared && first.is(Token.Kind.QUOTED_NAME)) {
        fixed.add(first.value());
      }
    }
    return new Condition(text, fixed, token);
  }
}
