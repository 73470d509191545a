package io.cqlai.parquet.internal.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Rows that wait for others of the same replicas, to be sent with them in one unlogged batch: a
 * coordinator that is a replica of all of them hands each node one message and not dozens. Rows are
 * given and taken by one thread.
 */
final class Batches {

  /** Larger batches gain little more; some services take no more than 30 statements. */
  static final int MOST_ROWS = 30;

  /** Below what servers refuse by default: 50 KiB ({@code batch_size_fail_threshold}). */
  static final long MOST_BYTES = 40_000;

  /** What the server counts for a cell beside its value: write time, length and the like. */
  private static final int CELL_BYTES = 24;

  private final ReplicaSets replicas;
  private final LongSupplier mostBytes;
  private final long mostWaiting;
  private final Map<Set<?>, Batch> batches = new LinkedHashMap<>();
  private long waiting;

  /**
   * Makes a set of batches without rows.
   *
   * @param mostBytes the most that a batch weighs; looked at for each row
   * @param mostWaiting how many bytes may wait in all batches together
   */
  Batches(ReplicaSets replicas, LongSupplier mostBytes, long mostWaiting) {
    this.replicas = replicas;
    this.mostBytes = mostBytes;
    this.mostWaiting = mostWaiting;
  }

  private static final class Batch {
    private final Set<?> replicas;
    private final List<BoundRow> rows = new ArrayList<>(MOST_ROWS);
    private long weight;

    Batch(Set<?> replicas) {
      this.replicas = replicas;
    }
  }

  /**
   * Adds a row, and returns the rows that are to be sent now: none, those before it, or with it.
   */
  List<BoundRow> add(BoundRow row) {
    long weight = weight(row);
    long most = mostBytes.getAsLong();
    if (weight > most / 2) {
      return List.of(row);
    }
    Set<?> to = replicas.of(row.spec(), row.row());
    Batch batch = batches.computeIfAbsent(to, Batch::new);
    List<BoundRow> before = List.of();
    if (batch.weight + weight > most && !batch.rows.isEmpty()) {
      before = taken(batch);
      batch = batches.computeIfAbsent(to, Batch::new);
    }
    batch.rows.add(row);
    batch.weight += weight;
    waiting += weight;
    return batch.rows.size() >= MOST_ROWS ? taken(batch) : before;
  }

  /** Tells whether so much waits that batches should go although they are not full. */
  boolean isFull() {
    return waiting > mostWaiting;
  }

  /** Tells whether no row waits. */
  boolean isEmpty() {
    return waiting == 0;
  }

  /** Takes the rows of the batch that was begun first; to be called when not empty. */
  List<BoundRow> take() {
    return taken(batches.values().iterator().next());
  }

  /** Gives up all rows that wait. */
  void clear() {
    batches.clear();
    waiting = 0;
  }

  /** Returns what the server counts for a row, about. */
  static long weight(BoundRow row) {
    return row.bytes() + (long) row.row().size() * CELL_BYTES;
  }

  private List<BoundRow> taken(Batch batch) {
    batches.remove(batch.replicas);
    waiting -= batch.weight;
    return batch.rows;
  }
}
