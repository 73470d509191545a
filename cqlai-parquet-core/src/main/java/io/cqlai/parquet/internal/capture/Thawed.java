package io.cqlai.parquet.internal.capture;

/** CQL types without the word frozen. */
final class Thawed {

  private static final String FROZEN = "frozen<";

  private Thawed() {}

  /** Returns a type with each {@code frozen<…>} replaced by what is in it. */
  static String of(String type) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < type.length()) {
      if (type.startsWith(FROZEN, at)) {
        int end = closing(type, at + FROZEN.length());
        text.append(of(type.substring(at + FROZEN.length(), end)));
        at = end + 1;
      } else {
        text.append(type.charAt(at++));
      }
    }
    return text.toString();
  }

  private static int closing(String type, int from) {
    int open = 1;
    for (int i = from; i < type.length(); i++) {
      open += type.charAt(i) == '<' ? 1 : type.charAt(i) == '>' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return type.length();
  }
}
