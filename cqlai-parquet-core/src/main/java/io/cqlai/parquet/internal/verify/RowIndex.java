package io.cqlai.parquet.internal.verify;

import io.cqlai.parquet.internal.digest.RowHasher;

/**
 * The rows of one side by the hashes of their primary keys, with the hashes of the rows, and what
 * has become of each. Rows need {@value #BYTES_PER_ROW} bytes each, whatever is in them. Used by
 * one thread at a time.
 */
public final class RowIndex {

  /** How many bytes of heap a row needs, at most and about. */
  public static final int BYTES_PER_ROW = 88;

  /** What is known of a row. */
  public enum State {
    /** Nothing: no such key. */
    NONE,
    /** The row is there, and the other side's was not seen. */
    UNSEEN,
    /** The other side has the same row. */
    SAME,
    /** The other side has another row of that key. */
    OTHER,
    /** What there is to be said of it was said. */
    TOLD
  }

  private static final State[] STATES = State.values();

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
   * Adds a row.
   *
   * @return false where a row of that key is there already, which stays
   * @throws IllegalStateException when there are more rows than it was made for
   */
  public boolean add(RowHasher key, RowHasher row) {
    int place = place(key);
    if (states[place] != 0) {
      return false;
    }
    if (size == mask) {
      throw new IllegalStateException("more rows than " + size);
    }
    keys[2 * place] = key.high();
    keys[2 * place + 1] = key.low();
    rows[2 * place] = row.high();
    rows[2 * place + 1] = row.low();
    set(place, State.UNSEEN);
    size++;
    unseen++;
    return true;
  }

  /**
   * Compares a row of the other side, once for each key.
   *
   * @return what is known of the key from then on
   */
  public State compare(RowHasher key, RowHasher row) {
    int place = place(key);
    if (state(place) == State.UNSEEN) {
      boolean same = rows[2 * place] == row.high() && rows[2 * place + 1] == row.low();
      set(place, same ? State.SAME : State.OTHER);
      unseen--;
    }
    return state(place);
  }

  /** Returns what is known of a key. */
  public State state(RowHasher key) {
    return state(place(key));
  }

  /** Notes that all was said of a key that is there. */
  public void told(RowHasher key) {
    set(place(key), State.TOLD);
  }

  /** Returns how many rows were not seen on the other side. */
  public int unseen() {
    return unseen;
  }

  private int place(RowHasher key) {
    int place = (int) key.low() & mask;
    while (states[place] != 0
        && (keys[2 * place] != key.high() || keys[2 * place + 1] != key.low())) {
      place = place + 1 & mask;
    }
    return place;
  }

  private State state(int place) {
    return STATES[states[place]];
  }

  private void set(int place, State state) {
    states[place] = (byte) state.ordinal();
  }
}
