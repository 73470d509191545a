package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.value.CellWriter;
import java.nio.ByteBuffer;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Puts a value of the file together from its columns, as CQL's bytes. A reader stands on one
 * occurrence of its part of the schema after the other; each call of {@link #read} takes one, and
 * leaves the cursors of all its columns on the next.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/nestedencoding/">Parquet, Nested
 *     Encoding</a>
 */
abstract class ValueReader {

  private final ColumnCursor[] cursors;

  /**
   * Makes a reader.
   *
   * @param cursors one for each column below, at least one
   */
  ValueReader(List<ColumnCursor> cursors) {
    this.cursors = cursors.toArray(new ColumnCursor[0]);
  }

  /**
   * Reads one occurrence, and puts its bytes without a length.
   *
   * @return false for null, and for a value that does not fit: the column's issues have been told;
   *     whatever was put is then to be taken back
   */
  abstract boolean read(CellWriter out);

  /** Returns the cell that was read last where it was too large to be put, and forgets it. */
  @Nullable
  ByteBuffer takeLarge() {
    return null;
  }

  /** Returns the cursors of all columns below. */
  final List<ColumnCursor> cursors() {
    return List.of(cursors);
  }

  final ColumnCursor first() {
    return cursors[0];
  }

  /**
   * Passes over an occurrence, if it is null or empty.
   *
   * @param definition the level that all columns are below then
   * @param repetition the level of the repeated group around; an array that is null and yet repeats
   *     (as DuckDB writes them) is passed as a whole
   * @return whether it was
   */
  final boolean passesAbsent(int definition, int repetition) {
    if (first().definition() >= definition) {
      return false;
    }
    for (ColumnCursor cursor : cursors) {
      do {
        if (cursor.ended() || cursor.definition() >= definition) {
          throw disagree();
        }
        cursor.advance();
      } while (cursor.repetition() > repetition);
    }
    return true;
  }

  /** Tells whether the occurrence has another element, in which all columns have to agree. */
  final boolean repeats(int repetition) {
    boolean more = cursors[0].repetition() == repetition;
    for (ColumnCursor cursor : cursors) {
      if (cursor.repetition() > repetition || (cursor.repetition() == repetition) != more) {
        throw disagree();
      }
    }
    return more;
  }

  static FileFault disagree() {
    return FileFault.corrupt("its columns disagree on where values are null or repeat");
  }
}
