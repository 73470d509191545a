package io.cqlai.parquet.internal.value;

/** Says why a text is no value of its type. Thrown for each row at fault, so it has no trace. */
public final class UnfitValue extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_EXCERPT = 60;

  /**
   * Makes an exception.
   *
   * @param reason why, as a phrase, with the value
   */
  public UnfitValue(String reason) {
    super(reason, null, false, false);
  }

  /** Returns the exception of a text that is not what it should be, as in {@code "an integer"}. */
  public static UnfitValue not(String text, String what) {
    return new UnfitValue(excerpt(text) + " is not " + what);
  }

  /** Returns this for a value within another one, named as in {@code "element 3"}. */
  public UnfitValue within(String part) {
    return new UnfitValue(part + ": " + reason());
  }

  /** Returns why, as a phrase. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  private static String excerpt(String text) {
    boolean longer = text.length() > LONGEST_EXCERPT;
    return "'" + (longer ? text.substring(0, LONGEST_EXCERPT) + "\u2026" : text) + "'";
  }
}
