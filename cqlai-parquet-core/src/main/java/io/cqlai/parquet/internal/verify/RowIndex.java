package io.cqlai.parquet.internal.verify;

import io.cqlai.parquet.internal.digest.Hash128;
import java.util.function.Consumer;

/**
 * The rows of one side by the hashes of their primary keys, with the hashes of the rows, and
 * whether the other side has each. Rows need {@value #BYTES_PER_ROW} bytes each, whatever is in
 * them. Used by one thread at a time.
 */
public final class RowIndex {

  /** How many bytes of heap a row needs, at most and about. */
  public static final int BYTES_PER_ROW = 88;

  private static final byte FREE = 0;
  private static final byte UNSEEN = 1;
  private static final byte SEEN = 2;

  /** What is known of the key of a row that comes. */
  public enum Found {
    /** There is no row of that key. */
    NOTHING,
    /** There is the same row. */
    SAME,
    /** There is another row of that key. */
    OTHER,
    /** A row of that key was compared before. */
    AGAIN
  }

  private final long[] keys;
  private final long[] rows;
  private final byte[] states;
  private final int mask;
  private int size;
  private int unseen;

  /**
   * Makes an empty index.
   *
   * @param most how many rows it has to hold
   */
  public RowIndex(int most) {
    int places = Integer.highestOneBit(Math.max(1, most)) * 2;
    if (places - places / 4 < most) {
      places *= 2;
    }
    this.keys = new long[2 * places];
    this.rows = new long[2 * places];
    this.states = new byte[places];
    this.mask = places - 1;
  }

  /**
   * Adds a row, unless there is one of its key, which stays.
   *
   * @return what was there before: NOTHING, SAME or OTHER
   * @throws IllegalStateException when there are more rows than it was made for
   */
  public Found add(Hash128 key, Hash128 row) {
    int place = place(key);
    if (states[place] != FREE) {
      return found(place, row);
    }
    if (size == mask) {
      throw new IllegalStateException("more rows than " + size);
    }
    keys[2 * place] = key.high();
    keys[2 * place + 1] = key.low();
    rows[2 * place] = row.high();
    rows[2 * place + 1] = row.low();
    states[place] = UNSEEN;
    size++;
    unseen++;
    return Found.NOTHING;
  }

  /** Compares a row of the other side. */
  public Found compare(Hash128 key, Hash128 row) {
    int place = place(key);
    return switch (states[place]) {
      case FREE -> Found.NOTHING;
      case SEEN -> Found.AGAIN;
      default -> {
        states[place] = SEEN;
        unseen--;
        yield found(place, row);
      }
    };
  }

  /** Returns how many rows were not seen on the other side. */
  public int unseen() {
    return unseen;
  }

  /**
   * Names keys of rows that were not seen on the other side.
   *
   * @param most how many at most
   */
  public void eachUnseen(int most, Consumer<Hash128.Fixed> taker) {
    int left = Math.min(most, unseen);
    for (int place = 0; left > 0; place++) {
      if (states[place] == UNSEEN) {
        taker.accept(new Hash128.Fixed(keys[2 * place], keys[2 * place + 1]));
        left--;
      }
    }
  }

  private Found found(int place, Hash128 row) {
    return rows[2 * place] == row.high() && rows[2 * place + 1] == row.low()
        ? Found.SAME
        : Found.OTHER;
  }

  private int place(Hash128 key) {
    int place = (int) key.low() & mask;
    while (states[place] != FREE
        && (keys[2 * place] != key.high() || keys[2 * place + 1] != key.low())) {
      place = place + 1 & mask;
    }
    return place;
  }
}
