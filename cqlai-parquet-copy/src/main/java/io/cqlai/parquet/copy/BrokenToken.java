package io.cqlai.parquet.copy;

import javax.annotation.Nullable;

/** The messages for what the lexer could not read. */
final class BrokenToken {

  private BrokenToken() {}

  static StatementException unclosed(TokenReader reader, Token token) {
    String mark = token.value();
    String what =
        switch (mark) {
          case "'" -> "the string that starts here is never closed";
          case "\"" -> "the quoted name that starts here is never closed";
          case "/*" -> "the comment that starts here is never closed";
          default -> "the text that starts here is never closed";
        };
    String close = mark.equals("/*") ? "*/" : mark;
    String hint =
        switch (mark) {
          case "'" -> "a quote inside a string is written twice: 'it''s'";
          case "\"" -> "a quote inside a name is written twice: \"12\"\" disc\"";
          default -> null;
        };
    Place whole = reader.place(token);
    Place opening = new Place(whole.offset(), mark.length(), whole.line(), whole.column());
    return reader.fail(opening, StatementCode.UNCLOSED, what, "a closing " + close, hint);
  }

  static StatementException stray(TokenReader reader, Token token) {
    int c = token.value().codePointAt(0);
    String shown =
        isInvisible(c)
            ? String.format("U+%04X (%s)", c, Character.getName(c))
            : "'" + token.value() + "'";
    return reader.fail(
        token,
        StatementCode.STRAY_CHARACTER,
        "the character " + shown + " has no meaning here",
        null,
        hint(c));
  }

  @Nullable
  private static String hint(int c) {
    if (c == '‘' || c == '’' || c == '“' || c == '”' || c == '`' || c == '´') {
      return "use the straight quote ' for strings and \" for names";
    }
    if (isInvisible(c)) {
      return "put an ordinary space in its place";
    }
    if (Character.isLetter(c)) {
      return "put names with other letters than a to z in double quotes";
    }
    return "put strings in single quotes and odd names in double quotes";
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE
        || !Character.isDefined(c);
  }
}
