package io.cqlai.parquet.internal.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a text that brackets, commas, colons and quotes divide, as literals of CQL have. */
final class LiteralReader {

  private static final Pattern TIME_OF_DAY =
      Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?");

  private final String text;
  private final String nullText;
  private int at;

  /**
   * Makes a reader.
   *
   * @param nullText what {@link CellParser#nullWithin} returned
   */
  LiteralReader(String text, String nullText) {
    this.text = text;
    this.nullText = nullText;
  }

  /** Takes an opening bracket; returns whether anything stands before the closing one. */
  boolean open(char open, char close) throws UnfitValue {
    take(open);
    if (!isAt(close)) {
      return true;
    }
    at++;
    return false;
  }

  /** Takes a comma, or the closing bracket; returns whether it was a comma. */
  boolean more(char close) throws UnfitValue {
    if (isAt(',')) {
      at++;
      return true;
    }
    take(close);
    return false;
  }

  /** Takes one character, blanks before it left out. */
  void take(char wanted) throws UnfitValue {
    if (!isAt(wanted)) {
      String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
      throw new UnfitValue(
          "'" + wanted + "' was expected at character " + (at + 1) + ", and there is " + found);
    }
    at++;
  }

  /** Checks that nothing is left. */
  void end() throws UnfitValue {
    skipBlanks();
    if (at < text.length()) {
      throw new UnfitValue("there is more behind the value, from character " + (at + 1) + " on");
    }
  }

  /** Tells whether a bracket opens here. */
  boolean isAtBracket() {
    return isAt('[') || isAt('{') || isAt('(');
  }

  /** Takes the name of a field: as it is, or in double quotes. */
  String name() throws UnfitValue {
    return isAt('"') ? between('"') : word();
  }

  /** Takes a text in single quotes; empty where none begins here. */
  Optional<String> quoted() throws UnfitValue {
    return isAt('\'') ? Optional.of(between('\'')) : Optional.empty();
  }

  /** Takes all up to the next comma, colon or closing bracket; blanks at the ends left out. */
  String word() {
    int start = at;
    while (at < text.length() && ",:]})".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  /** Takes a word, or a time of day, whose colons then divide nothing: cqlsh does not quote it. */
  String timeOrWord() {
    int start = at;
    Matcher time = TIME_OF_DAY.matcher(text).region(at, text.length());
    at = time.lookingAt() ? time.end() : at;
    word();
    return text.substring(start, at).strip();
  }

  /** Tells whether a word stands for null. */
  boolean isNull(String word) {
    return word.isEmpty() || word.equals(nullText) || word.equalsIgnoreCase("null");
  }

  private String between(char quote) throws UnfitValue {
    StringBuilder value = new StringBuilder();
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != quote) {
        value.append(c);
      } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
        value.append(c);
        i++;
      } else {
        at = i + 1;
        return value.toString();
      }
    }
    throw new UnfitValue("the quote at character " + (at + 1) + " is not closed");
  }

  private boolean isAt(char wanted) {
    skipBlanks();
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
