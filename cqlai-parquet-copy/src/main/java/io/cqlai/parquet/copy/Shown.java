package io.cqlai.parquet.copy;

import java.util.List;

/** Pieces of a statement as messages show them: on one line, and not longer than a line. */
final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  /** A token as it is written in the text; marks stand in quotes, lest they get lost. */
  static String token(String text, Token token) {
    if (token.is(Token.Kind.SYMBOL)) {
      return '"' + token.value() + '"';
    }
    return shortened(text.substring(token.start(), token.end()));
  }

  /** A value as it is. */
  static String text(String value) {
    return shortened(value);
  }

  /** A value in single quotes. */
  static String value(String value) {
    return "'" + shortened(value) + "'";
  }

  /** {@code A, B or C}. */
  static String oneOf(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  private static String shortened(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }
}
