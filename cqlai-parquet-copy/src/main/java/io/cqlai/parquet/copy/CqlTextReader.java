package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads CQL inside of a statement, to find where it ends. Whether it is right is for the server to
 * say.
 */
final class CqlTextReader {

  /** Whether the CQL may have bind markers. */
  enum BindMarkers {
    /** The caller binds values to them. */
    ALLOWED,
    /** Nobody could bind a value. */
    REFUSED
  }

  private final TokenReader reader;
  private final BindMarkers markers;
  private final Deque<Token> open = new ArrayDeque<>();

  CqlTextReader(TokenReader reader, BindMarkers markers) {
    this.reader = reader;
    this.markers = markers;
  }

  /** The text behind WHERE, up to WITH, a semicolon or the end. */
  String where() {
    Token first = reader.peek();
    Token last = null;
    while (!atEnd() && !reader.peek().isWord("WITH")) {
      if (open.isEmpty()) {
        WhereLimits.check(reader);
      }
      last = takeToken(StatementCode.WHERE_CLAUSE);
    }
    refuseOpenBrackets();
    if (last == null) {
      throw reader.fail(
          first, StatementCode.WHERE_CLAUSE, "the WHERE clause is empty", "a relation", null);
    }
    if (last.isWord("AND")) {
      throw reader.fail(
          last, StatementCode.WHERE_CLAUSE, "the WHERE clause ends with AND", "a relation", null);
    }
    return reader.text().substring(first.start(), last.end());
  }

  /** The query in brackets; the opening bracket is taken last and given here. */
  String query(Token bracket) {
    Token first = reader.peek();
    reader.wish(Wanted.WORD, "SELECT");
    if (!first.isWord("SELECT")) {
      throw reader.fail(
          first.is(Token.Kind.END) ? bracket : first,
          StatementCode.QUERY,
          "only a query can stand in brackets after COPY",
          "SELECT",
          null);
    }
    open.push(bracket);
    Token last = first;
    while (!atEnd()) {
      Token token = takeToken(StatementCode.QUERY);
      if (open.isEmpty()) {
        return reader.text().substring(first.start(), last.end());
      }
      last = token;
    }
    throw unclosed();
  }

  private boolean atEnd() {
    return reader.peek().is(Token.Kind.END) || reader.peek().isSymbol(';');
  }

  private Token takeToken(StatementCode code) {
    Token token = reader.next();
    if (token.is(Token.Kind.SYMBOL)) {
      switch (token.value().charAt(0)) {
        case '(', '[', '{' -> open.push(token);
        case ')', ']', '}' -> close(token);
        case '?', ':' -> refuseMarker(token, code);
        default -> {}
      }
    }
    return token;
  }

  private void close(Token token) {
    String opening = String.valueOf("([{".charAt(")]}".indexOf(token.value())));
    if (open.isEmpty() || !open.pop().value().equals(opening)) {
      throw reader.fail(
          token,
          StatementCode.SYNTAX,
          "the bracket " + token.value() + " closes none that is open",
          null,
          "each bracket closes the one that was opened last");
    }
  }

  private void refuseOpenBrackets() {
    if (!open.isEmpty()) {
      throw unclosed();
    }
  }

  private StatementException unclosed() {
    Token bracket = open.peek();
    String closing = String.valueOf(")]}".charAt("([{".indexOf(bracket.value())));
    return reader.fail(
        bracket,
        StatementCode.UNCLOSED,
        "the bracket " + bracket.value() + " is never closed",
        "a closing " + closing,
        reader.peek().isSymbol(';') ? "no semicolon can stand inside of brackets" : null);
  }

  /** A colon is a marker too, except between a key and its value in the braces of a literal. */
  private void refuseMarker(Token token, StatementCode code) {
    boolean inLiteral = !open.isEmpty() && open.peek().isSymbol('{');
    if (markers == BindMarkers.REFUSED && (token.isSymbol('?') || !inLiteral)) {
      throw reader.fail(
          token,
          code,
          "a statement cannot have bind markers, for nothing binds their values",
          null,
          "write the value itself, or bind it through the Java API");
    }
  }
}
