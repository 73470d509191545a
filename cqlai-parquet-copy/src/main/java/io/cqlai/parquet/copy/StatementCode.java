package io.cqlai.parquet.copy;

/** Why a statement was refused: stable names, for programs that react to a certain mistake. */
public enum StatementCode {
  /** Something else was expected here, or the statement ends too early. */
  SYNTAX("something else was expected here, or the statement ends too early"),
  /** A string, a quoted name, a comment or a bracket is opened and never closed. */
  UNCLOSED("a string, a quoted name, a comment or a bracket is never closed"),
  /** A character that has no meaning outside of strings and quoted names. */
  STRAY_CHARACTER("a character has no meaning outside of strings and quoted names"),
  /** The text is a CQL statement or a shell's own command, for another to run. */
  NOT_OURS("the text is not one of the statements of this library"),
  /** A statement, target or value that is known and that this version cannot do. */
  NOT_SUPPORTED("a statement, a target or a value is known, and not supported by this version"),
  /** A path that no file can have. */
  PATH("a path is empty or cannot be the path of a file"),
  /** A column, a path, a clause or an option stands there a second time. */
  GIVEN_TWICE("a column, a path, a clause or an option is given twice"),
  /** The WHERE clause is empty, in the wrong statement, or holds what cannot be kept. */
  WHERE_CLAUSE("the WHERE clause is empty, out of place, or holds a part that is refused"),
  /** The query of {@code COPY (SELECT …)} is empty, not a SELECT, or has bind markers. */
  QUERY("the query is not one SELECT, or has bind markers"),
  /** There is no option of this name. */
  OPTION_UNKNOWN("there is no option of this name"),
  /** The option is known from elsewhere or for later, and refused with the reason. */
  OPTION_REFUSED("the option is known, and refused with the reason"),
  /** The option belongs to the other direction, or to another source. */
  OPTION_NOT_APPLICABLE("the option does not apply to this statement"),
  /** The option cannot have this value. */
  OPTION_VALUE("the option cannot have this value"),
  /** Two options contradict each other. */
  OPTION_CONFLICT("two options contradict each other");

  private final String meaning;

  StatementCode(String meaning) {
    this.meaning = meaning;
  }

  /** What the code says, as half a sentence. */
  public String meaning() {
    return meaning;
  }
}
