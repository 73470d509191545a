package io.cqlai.parquet.copy;

/** What holds for any text that somebody types. */
final class AnyText {

  private AnyText() {}

  /**
   * Parses, splits and completes a text.
   *
   * @throws AssertionError when it ends in anything but a statement or a message with a place
   */
  static void check(String text) {
    try {
      require(Statements.parse(text) != null, text);
    } catch (StatementException mistake) {
      int offset = mistake.offset();
      int length = mistake.place().length();
      require(offset >= 0 && length >= 0 && offset + length <= text.length(), text);
      require(mistake.line() > 0 && mistake.column() > 0, text);
      require(mistake.rendered().contains("^"), text);
    }
    int end = 0;
    for (Fragment fragment : Statements.split(text)) {
      require(fragment.offset() >= end, text);
      require(text.startsWith(fragment.text(), fragment.offset()), text);
      end = fragment.offset() + fragment.text().length();
    }
    require(!Statements.isComplete(text) || end < text.length() || text.isEmpty(), text);
    Completion completion = Statements.complete(text, text.length());
    require(completion.start() >= 0 && completion.start() <= text.length(), text);
  }

  /** An assertion without the cost of a fluent one, which a million calls would feel. */
  private static void require(boolean holds, String text) {
    if (!holds) {
      throw new AssertionError("broken by: " + text);
    }
  }
}
