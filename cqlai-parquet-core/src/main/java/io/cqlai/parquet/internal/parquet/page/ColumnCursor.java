package io.cqlai.parquet.internal.parquet.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.annotation.Nullable;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Stands on one entry of a column chunk after the other. An entry is a pair of levels and, where it
 * is {@link #defined()}, a value, which has to be read (or skipped) once before going on.
 *
 * <p>A file that cannot be read any more ends in an {@link UncheckedIOException}, one that
 * contradicts itself in a {@link FileFault} or whatever else a decoder stumbles into.
 */
public final class ColumnCursor {

  private final ColumnChunk chunk;
  private final PageReader pages;
  private final int maxRepetition;
  private final int maxDefinition;

  /** How many entries of the page follow those that are {@link #alike}. */
  private int left;

  /** How many entries follow that have the levels of this one. */
  private int alike;

  private int repetition;
  private int definition;
  private boolean ended;
  @Nullable private Levels repetitions;
  @Nullable private Levels definitions;
  @Nullable private ValueDecoder values;

  /**
   * Makes a cursor that stands before the first entry: {@link #advance()} opens it.
   *
   * @param stream the file, shared with the cursors of other columns; not closed
   * @param window how many bytes to read at once
   */
  public ColumnCursor(
      ColumnChunk chunk, SeekableInputStream stream, int window, PlainPages plainPages) {
    this.chunk = chunk;
    this.maxRepetition = chunk.maxRepetition();
    this.maxDefinition = chunk.maxDefinition();
    ChunkInput input = new ChunkInput(stream, chunk.offset(), chunk.length(), window);
    this.pages = new PageReader(chunk, input, plainPages);
  }

  /** Returns the column chunk. */
  public ColumnChunk chunk() {
    return chunk;
  }

  /** Returns the repetition level of the entry; 0 after the last. */
  public int repetition() {
    return repetition;
  }

  /** Returns the definition level of the entry. */
  public int definition() {
    return definition;
  }

  /** Tells whether the entry has a value. */
  public boolean defined() {
    return definition == maxDefinition;
  }

  /** Tells whether the last entry was passed. */
  public boolean ended() {
    return ended;
  }

  /**
   * Returns the decoder that the value of this entry is read from. It is another one after {@link
   * #advance()}.
   */
  public ValueDecoder values() {
    if (values == null) {
      throw FileFault.corrupt("fewer values than rows");
    }
    return values;
  }

  /** Goes to the next entry. */
  public void advance() {
    if (alike > 0) {
      alike--; // most columns have no nulls, or few
      return;
    }
    if (left == 0 && !openPage()) {
      return;
    }
    left--;
    if (maxRepetition > 0 && repetitions != null) {
      repetition = repetitions.next();
    }
    definition = maxDefinition > 0 && definitions != null ? definitions.next() : 0;
    if (repetition > maxRepetition || definition > maxDefinition) {
      throw FileFault.corrupt(
          "levels (" + repetition + ", " + definition + ") above those of the schema");
    }
    if (maxRepetition == 0) {
      alike = definitions == null ? 0 : definitions.takeAlike(left);
      left -= alike;
    }
  }

  /** Passes over the value, if there is one, and goes to the next entry. */
  public void skip() {
    if (ended) {
      throw FileFault.corrupt("fewer values than rows");
    }
    if (defined()) {
      values().skip();
    }
    advance();
  }

  /** Passes over rows, from the beginning of one to that of another. */
  public void skipRows(long rows) {
    for (long i = 0; i < rows; i++) {
      do {
        skip();
      } while (repetition > 0);
    }
  }

  private boolean openPage() {
    if (ended) {
      throw FileFault.corrupt("fewer values than rows");
    }
    // The page behind is let go before memory is taken for the next one.
    values = null;
    repetitions = null;
    definitions = null;
    DataPage page;
    try {
      page = pages.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (page == null) {
      ended = true;
      repetition = 0;
      definition = 0;
      return false;
    }
    left = page.values();
    repetitions = page.repetitions();
    definitions = page.definitions();
    values = page.decoder();
    return true;
  }
}
