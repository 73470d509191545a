package io.cqlai.parquet.copy;

import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A statement with a mistake: what is wrong, where, what was expected and what to do about it.
 *
 * <p>It is thrown before anything is opened, so nothing has happened when it arrives. {@link
 * #getMessage()} is one line; {@link #rendered()} shows the place in the statement.
 */
public final class StatementException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatementCode code;
  private final Place place;
  private final String problem;
  @Nullable private final String expected;
  @Nullable private final String hint;
  private final String excerpt;

  /**
   * Makes the exception for a place in a statement.
   *
   * @param statement the whole text that {@code place} counts in
   * @param place what the carets point at
   * @param code the kind of mistake
   * @param problem what is wrong, with the value at fault, as half a sentence
   * @param expected what would be right here, or null where that goes without saying
   * @param hint the remedy, or null where {@code expected} says it all
   */
  public StatementException(
      String statement,
      Place place,
      StatementCode code,
      String problem,
      @Nullable String expected,
      @Nullable String hint) {
    this(code, place, problem, expected, hint, new SourceText(statement).excerpt(place));
  }

  private StatementException(
      StatementCode code,
      Place place,
      String problem,
      @Nullable String expected,
      @Nullable String hint,
      String excerpt) {
    super(
        position(place)
            + problem
            + (expected == null ? "" : "; expected " + expected)
            + (hint == null ? "" : "; " + hint));
    this.code = code;
    this.place = place;
    this.problem = problem;
    this.expected = expected;
    this.hint = hint;
    this.excerpt = excerpt;
  }

  /** The name of the {@link StatementCode}, which stays the same from version to version. */
  public String code() {
    return code.name();
  }

  /** The line of the mistake, from 1. */
  public int line() {
    return place.line();
  }

  /** The column of the mistake in its line, from 1, counted in Unicode code points. */
  public int column() {
    return place.column();
  }

  /** The index of the mistake in the text, in {@code char}s, from 0. */
  public int offset() {
    return place.offset();
  }

  /** What the carets of {@link #rendered()} point at. */
  public Place place() {
    return place;
  }

  /** What is wrong, without the place and the remedy. */
  public String problem() {
    return problem;
  }

  /** What would have been right, where that can be said. */
  public Optional<String> expected() {
    return Optional.ofNullable(expected);
  }

  /** The remedy, such as {@code did you mean COMPRESSION?}. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  /**
   * The mistake for a terminal with a fixed-width font: problem, source line, carets, what was
   * expected and the hint, on a line each, with no line break at the end.
   */
  public String rendered() {
    StringBuilder text = new StringBuilder(position(place)).append(problem);
    excerpt.lines().forEach(line -> text.append("\n  ").append(line));
    if (expected != null) {
      text.append("\n  expected: ").append(expected);
    }
    if (hint != null) {
      text.append("\n  hint: ").append(hint);
    }
    return text.toString();
  }

  /**
   * The same mistake with its place counted in the script that the statement was cut from, so that
   * a message about a file names the line of that file.
   */
  public StatementException movedTo(Fragment fragment) {
    int column = place.line() == 1 ? place.column() + fragment.column() - 1 : place.column();
    Place moved =
        new Place(
            place.offset() + fragment.offset(),
            place.length(),
            place.line() + fragment.line() - 1,
            column);
    StatementException copy = new StatementException(code, moved, problem, expected, hint, excerpt);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  private static String position(Place place) {
    return "line " + place.line() + ", column " + place.column() + ": ";
  }
}
