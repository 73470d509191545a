package io.cqlai.parquet.copy;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Cuts text into the tokens of CQL, of which COPY statements are made too. Spaces and comments fall
 * away. It takes any text: what is wrong becomes a token of its own kind.
 */
final class Lexer {

  /** What some editors put before the first character of a file. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String SYMBOLS = "=,();.<>!?:+-*/%[]{}";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** The tokens of a text; the last one is always {@link Token.Kind#END}. */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.step();
    }
    lexer.tokens.add(new Token(Token.Kind.END, text.length(), text.length(), ""));
    return lexer.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || (at == 0 && c == BYTE_ORDER_MARK)) {
      at++;
    } else if (text.startsWith("--", at) || text.startsWith("//", at)) {
      skipLine();
    } else if (text.startsWith("/*", at)) {
      skipComment();
    } else if (c == '\'') {
      quoted(Token.Kind.STRING, "'");
    } else if (c == '"') {
      quoted(Token.Kind.QUOTED_NAME, "\"");
    } else if (text.startsWith("$$", at)) {
      dollars();
    } else if (isLetter(c) || c == '_') {
      run(Token.Kind.WORD, "_");
    } else if (isDigit(c)) {
      run(Token.Kind.NUMBER, "_.");
    } else {
      int end = at + Character.charCount(text.codePointAt(at));
      boolean known = SYMBOLS.indexOf(c) >= 0;
      add(known ? Token.Kind.SYMBOL : Token.Kind.STRAY, end, null);
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void skipComment() {
    int close = text.indexOf("*/", at + 2);
    if (close < 0) {
      add(Token.Kind.UNCLOSED, text.length(), "/*");
    } else {
      at = close + 2;
    }
  }

  /** What stands between quotes, where two quotes in a row are one in the value. */
  private void quoted(Token.Kind kind, String quote) {
    StringBuilder value = new StringBuilder();
    int from = at + 1;
    while (true) {
      int close = text.indexOf(quote, from);
      if (close < 0) {
        add(Token.Kind.UNCLOSED, text.length(), quote);
        return;
      }
      value.append(text, from, close);
      if (!text.startsWith(quote, close + 1)) {
        add(kind, close + 1, value.toString());
        return;
      }
      value.append(quote);
      from = close + 2;
    }
  }

  private void dollars() {
    int close = text.indexOf("$$", at + 2);
    if (close < 0) {
      add(Token.Kind.UNCLOSED, text.length(), "$$");
    } else {
      add(Token.Kind.STRING, close + 2, text.substring(at + 2, close));
    }
  }

  private void run(Token.Kind kind, String others) {
    int end = at;
    while (end < text.length()
        && (isLetter(text.charAt(end))
            || isDigit(text.charAt(end))
            || others.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    add(kind, end, null);
  }

  private void add(Token.Kind kind, int end, @Nullable String value) {
    tokens.add(new Token(kind, at, end, value == null ? text.substring(at, end) : value));
    at = end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
