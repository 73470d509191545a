package io.cqlai.parquet.copy;

/**
 * A piece of a statement.
 *
 * @param kind what it is
 * @param start index of its first {@code char}
 * @param end index behind its last {@code char}
 * @param value what it stands for: a string or a quoted name without its quotes, all else as it is
 *     written
 */
record Token(Kind kind, int start, int end, String value) {

  enum Kind {
    /** A keyword, or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes. */
    QUOTED_NAME,
    /** A string in single quotes, or between two {@code $$}. */
    STRING,
    /** A digit and the letters, digits, dots and underscores that follow it. */
    NUMBER,
    /** One of CQL's punctuation marks. */
    SYMBOL,
    /** A character that CQL does not know. */
    STRAY,
    /** All from an opening mark without its partner, to the end; the value is that mark. */
    UNCLOSED,
    /** The end of the text. */
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && value.equalsIgnoreCase(word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && value.charAt(0) == symbol;
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
