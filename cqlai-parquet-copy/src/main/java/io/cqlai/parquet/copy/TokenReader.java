package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import java.util.List;
import javax.annotation.Nullable;

/**
 * The tokens of one statement, read from left to right. It also notes what could follow at the very
 * end of the text, from which completion is made.
 */
final class TokenReader {

  private final SourceText source;
  private final List<Token> tokens;
  private final Wishes wishes;
  private int at;

  TokenReader(String text, Wishes wishes) {
    this.source = new SourceText(text);
    this.tokens = Lexer.tokens(text);
    this.wishes = wishes;
  }

  /** Refuses characters without a meaning and marks that are never closed. */
  void refuseBrokenTokens() {
    for (Token token : tokens) {
      if (token.is(Token.Kind.UNCLOSED)) {
        throw BrokenToken.unclosed(this, token);
      }
      if (token.is(Token.Kind.STRAY)) {
        throw BrokenToken.stray(this, token);
      }
    }
  }

  String text() {
    return source.text();
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The token that comes so many places after the next one; END behind the end. */
  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  /** Takes the next token; at the end it stays END. */
  Token next() {
    Token token = peek();
    if (!token.is(Token.Kind.END)) {
      at++;
    }
    return token;
  }

  /** The token that was taken last. */
  Token previous() {
    return tokens.get(Math.max(0, at - 1));
  }

  /** Takes the next token if it is this keyword; it is a wish otherwise. */
  boolean takeWord(String word) {
    wish(Wanted.WORD, word);
    if (!peek().isWord(word)) {
      return false;
    }
    at++;
    return true;
  }

  boolean takeSymbol(char symbol) {
    if (!peek().isSymbol(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  /** Notes what could stand here, if the text ends here. */
  void wish(Wanted kind, String... candidates) {
    if (peek().is(Token.Kind.END)) {
      wishes.add(kind, candidates);
    }
  }

  Place place(Token token) {
    return source.place(token.start(), token.end());
  }

  /** The place from the start of one token to the end of another. */
  Place place(Token first, Token last) {
    return source.place(first.start(), last.end());
  }

  /** The exception for the next token where it cannot stand. */
  StatementException unexpected(String expected, @Nullable String hint) {
    Token token = peek();
    String problem =
        token.is(Token.Kind.END)
            ? "the statement ends too early"
            : "unexpected " + Shown.token(text(), token);
    return fail(token, StatementCode.SYNTAX, problem, expected, hint);
  }

  StatementException fail(
      Token token,
      StatementCode code,
      String problem,
      @Nullable String expected,
      @Nullable String hint) {
    return fail(place(token), code, problem, expected, hint);
  }

  StatementException fail(
      Place place,
      StatementCode code,
      String problem,
      @Nullable String expected,
      @Nullable String hint) {
    return new StatementException(source.text(), place, code, problem, expected, hint);
  }
}
