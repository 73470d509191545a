package io.cqlai.parquet.copy;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of one statement, which knows its lines and can show a place in them. */
final class SourceText {

  /** The widest excerpt in code points: what is left of a terminal's 80 columns after a margin. */
  private static final int EXCERPT_WIDTH = 76;

  private final String text;
  private final int[] lineStarts;

  SourceText(String text) {
    this.text = text;
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.rangeClosed(1, text.length()).filter(i -> endsLine(text, i - 1)))
            .toArray();
  }

  String text() {
    return text;
  }

  /** The place from one offset to another. */
  Place place(int from, int to) {
    int found = Arrays.binarySearch(lineStarts, from);
    int line = found >= 0 ? found : -found - 2;
    int column = text.codePointCount(lineStarts[line], from) + 1;
    return new Place(from, to - from, line + 1, column);
  }

  /** Whether the last character of a line break is at an index. */
  private static boolean endsLine(String text, int index) {
    char c = text.charAt(index);
    return c == '\n' || (c == '\r' && !text.startsWith("\n", index + 1));
  }

  /**
   * The line of a place and, below it, a caret for each of its characters. A line too long for a
   * terminal is cut at its ends, which an ellipsis shows.
   */
  String excerpt(Place place) {
    int lineStart = text.offsetByCodePoints(place.offset(), 1 - place.column());
    int lineEnd = place.offset();
    while (lineEnd < text.length() && !isLineEnd(text.charAt(lineEnd))) {
      lineEnd++;
    }
    int[] line = text.substring(lineStart, lineEnd).codePoints().toArray();
    int caret = place.column() - 1;
    int from = line.length <= EXCERPT_WIDTH ? 0 : Math.max(0, caret - EXCERPT_WIDTH / 2);
    int to = Math.min(line.length, from + EXCERPT_WIDTH);
    StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
    StringBuilder carets = new StringBuilder(from > 0 ? " " : "");
    for (int i = from; i < to; i++) {
      boolean tab = line[i] == '\t';
      shown.appendCodePoint(Character.isISOControl(line[i]) && !tab ? '\uFFFD' : line[i]);
      if (i < caret) {
        carets.append(tab ? '\t' : ' ');
      }
    }
    int placeEnd = Math.min(place.offset() + place.length(), lineEnd);
    int width = placeEnd > place.offset() ? text.codePointCount(place.offset(), placeEnd) : 1;
    carets.append("^".repeat(Math.max(1, Math.min(width, to - caret))));
    return shown.append(to < line.length ? "…" : "") + "\n" + carets;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
