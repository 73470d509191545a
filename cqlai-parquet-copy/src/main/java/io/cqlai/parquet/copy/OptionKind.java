package io.cqlai.parquet.copy;

import java.util.List;

/** What the value of an option may be, and how its text becomes that value. */
interface OptionKind {

  /**
   * The value that the text stands for.
   *
   * @throws RefusedValue if it stands for none
   */
  Object parse(RawValue raw) throws RefusedValue;

  /** What the value may be, as half a sentence for messages and for docs. */
  String expected();

  /** The words that can be completed, in the order of docs; empty where it is not a choice. */
  default List<String> choices() {
    return List.of();
  }

  /**
   * A value as it is written.
   *
   * @param text without quotes
   * @param quoted whether quotes stood around it
   */
  record RawValue(String text, boolean quoted) {

    /**
     * The text, which has to stand in quotes.
     *
     * @throws RefusedValue if it does not
     */
    String quotedText() throws RefusedValue {
      if (!quoted) {
        throw RefusedValue.wrong("put the value in single quotes");
      }
      return text;
    }
  }
}
