package io.cqlai.parquet.schema;

import java.util.Locale;
import javax.annotation.Nullable;

/** The tokens of a type's text, for {@link CqlTypeParser}. */
final class TypeTokens {

  /** A name in internal form, and whether it was in double quotes. */
  record Name(String text, boolean quoted) {}

  private final String text;
  private int at;

  TypeTokens(String text) {
    this.text = text;
  }

  boolean accept(char symbol) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == symbol) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char symbol) {
    if (!accept(symbol)) {
      throw failure("expected " + symbol);
    }
  }

  boolean acceptWord(String word) {
    skipSpace();
    int end = wordEnd();
    if (text.substring(at, end).equalsIgnoreCase(word)) {
      at = end;
      return true;
    }
    return false;
  }

  void expectWord(String word) {
    if (!acceptWord(word)) {
      throw failure("expected " + word.toUpperCase(Locale.ROOT));
    }
  }

  Name expectName(String what) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == '"') {
      return new Name(quoted('"'), true);
    }
    int end = wordEnd();
    if (end == at || !isLetter(text.charAt(at))) {
      throw failure("expected " + what);
    }
    String word = text.substring(at, end).toLowerCase(Locale.ROOT);
    at = end;
    return new Name(word, false);
  }

  /** Returns what stands in single quotes, or null where something else comes next. */
  @Nullable
  String acceptString() {
    skipSpace();
    return at < text.length() && text.charAt(at) == '\'' ? quoted('\'') : null;
  }

  int expectPositiveInt() {
    skipSpace();
    int end = wordEnd();
    String digits = text.substring(at, end);
    // Ten digits and more would overflow; a vector has far fewer dimensions.
    boolean number = digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits.isEmpty() || !number || Integer.parseInt(digits) == 0) {
      throw failure("expected a number of dimensions above 0");
    }
    at = end;
    return Integer.parseInt(digits);
  }

  void expectEnd() {
    skipSpace();
    if (at < text.length()) {
      throw failure("expected nothing more");
    }
  }

  IllegalArgumentException failure(String problem) {
    return new IllegalArgumentException(
        "Cannot read the CQL type " + text + ": " + problem + " at character " + (at + 1));
  }

  /** Reads a text in quotes, in which two of them stand for one. */
  private String quoted(char quote) {
    StringBuilder content = new StringBuilder();
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
          at = i + 1;
          return content.toString();
        }
        i++;
      }
      content.append(c);
      i++;
    }
    throw failure("no closing " + quote + " for the one");
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isWord(char c) {
    return isLetter(c) || c >= '0' && c <= '9' || c == '_';
  }
}
