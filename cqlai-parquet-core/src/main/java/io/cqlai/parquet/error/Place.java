package io.cqlai.parquet.error;

import javax.annotation.Nullable;

/**
 * Where a transfer was when something went wrong. Each part is null where it is not known or does
 * not apply.
 *
 * @param table the table as CQL writes it
 * @param file the path or URI of the file
 * @param tokenRange the token range as {@code (start, end]}
 * @param rowGroup the row group within the file, from 0
 * @param row the row within its row group, from 0
 */
public record Place(
    @Nullable String table,
    @Nullable String file,
    @Nullable String tokenRange,
    @Nullable Integer rowGroup,
    @Nullable Long row) {

  /** No place at all. */
  public static final Place NOWHERE = new Place(null, null, null, null, null);

  /** Returns a place that names a table alone. */
  public static Place table(String table) {
    return new Place(table, null, null, null, null);
  }

  /** Returns a place that names a file alone. */
  public static Place file(String file) {
    return new Place(null, file, null, null, null);
  }

  /** Returns this place, within a row group of its file. */
  public Place inRowGroup(int number) {
    return new Place(table, file, tokenRange, number, row);
  }

  /** Returns this place, at a row of its row group. */
  public Place atRow(long number) {
    return new Place(table, file, tokenRange, rowGroup, number);
  }

  /** Returns this place, within a token range. */
  public Place inTokenRange(String range) {
    return new Place(table, file, range, rowGroup, row);
  }

  /** Returns the place as the prefix of a message, {@code "[users.parquet, row group 3] "}. */
  public String prefix() {
    StringBuilder text = new StringBuilder();
    append(text, "", table);
    append(text, "", file);
    append(text, "token range ", tokenRange);
    append(text, "row group ", rowGroup);
    append(text, "row ", row);
    return text.isEmpty() ? "" : "[" + text + "] ";
  }

  private static void append(StringBuilder text, String label, @Nullable Object part) {
    if (part != null) {
      text.append(text.isEmpty() ? "" : ", ").append(label).append(part);
    }
  }
}
