package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.CqlTextReader.BindMarkers;
import java.util.List;

/**
 * The way into the parser, and the kit for shells: cutting scripts, telling this library's
 * statements from CQL, completing and helping.
 *
 * <p>All methods are pure and may be called from any thread.
 */
public final class Statements {

  private Statements() {}

  /**
   * Parses one statement; a semicolon and comments may follow it.
   *
   * @throws StatementException if there is any mistake in it, if it is CQL or another program's
   *     statement, or if this version does not support it
   */
  public static Statement parse(String text) {
    return StatementParser.parse(text, new Wishes());
  }

  /**
   * Cuts a script into its statements, at semicolons outside of strings, quoted names, comments,
   * {@code $$…$$} and batches ({@code BEGIN BATCH … APPLY BATCH}). Empty statements and comments
   * between statements fall away. What is never closed is part of the last fragment; nothing is
   * refused here.
   */
  public static List<Fragment> split(String script) {
    return ScriptSplitter.split(script);
  }

  /**
   * Whether a shell can run what was typed so far, rather than ask for another line: all of it is
   * ended by semicolons, or there is nothing but blanks and closed comments.
   */
  public static boolean isComplete(String text) {
    List<Fragment> fragments = split(text);
    return fragments.isEmpty() || fragments.get(fragments.size() - 1).terminated();
  }

  /**
   * Whether the first statement of the text is for this library, by its first words: COPY, EXPLAIN
   * COPY, VERIFY, CAPTURE, or DESCRIBE PARQUET with a path. All else is for Cassandra or the shell.
   * That {@link #parse} takes it is not said by this.
   */
  public static boolean isOurs(String text) {
    return StatementKind.of(new TokenReader(text, new Wishes())) != StatementKind.OTHER;
  }

  /** Whether the first statement of the text is a SELECT, by its first word. */
  public static boolean isSelect(String text) {
    return new TokenReader(text, new Wishes()).peek().isWord("SELECT");
  }

  /**
   * Whether the first statement of the text is a SELECT of whole rows without a condition: it holds
   * no bracket, and no WHERE, GROUP, LIMIT, PER or DISTINCT outside of strings and quoted names. So
   * it returns each row of its table once, or fails.
   */
  public static boolean readsWholeTable(String text) {
    return isSelect(text) && WholeTable.isReadBy(new TokenReader(text, new Wishes()));
  }

  /**
   * What could be typed at a cursor, for the last statement before it.
   *
   * @param cursor index in the text, from 0 to its length; what stands behind it is not looked at
   * @throws IndexOutOfBoundsException if the cursor is outside of the text
   */
  public static Completion complete(String text, int cursor) {
    return StatementCompleter.complete(text, cursor);
  }

  /**
   * Help for a terminal, in lines that each end in a line feed.
   *
   * @param topic a statement such as {@code COPY TO}, an option or {@code OPTIONS}, in any case;
   *     empty for an overview. A topic that is not known gets an answer too, with the nearest name.
   */
  public static String help(String topic) {
    return HelpText.of(topic);
  }

  /**
   * Checks the text of a WHERE clause, without the word WHERE, as {@link #parse} does; bind markers
   * are allowed here.
   *
   * @return the text without the blanks and comments around it
   * @throws StatementException if it is empty, not closed, or has LIMIT, ORDER BY or another part
   *     that is not a condition
   */
  public static String checkWhere(String where) {
    TokenReader reader = new TokenReader(where, new Wishes());
    reader.refuseBrokenTokens();
    String text = new CqlTextReader(reader, BindMarkers.ALLOWED).where();
    if (!reader.peek().is(Token.Kind.END)) {
      throw reader.unexpected("the end of the condition", null);
    }
    return text;
  }
}
