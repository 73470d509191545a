package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.spi.RejectedRow;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import javax.annotation.Nullable;

/** The rejected records of one file, which are read again in the file's order. */
final class RejectedRecords implements AutoCloseable {

  /** Rejects come in nearly the file's order: answers of the server are this late at most. */
  private static final int MOST_WAITING = 10_000;

  private final TextSource source;
  private final Runnable checkpoint;
  private final PriorityQueue<RejectedRow> waiting =
      new PriorityQueue<>(Comparator.comparingLong(RejectedRow::position));
  @Nullable private RecordCursor records;
  private long at = -1;

  /** Takes a record that was found again. */
  @FunctionalInterface
  interface Taker {
    void take(TextSource source, RecordCursor record, RejectedRow row) throws IOException;
  }

  RejectedRecords(TextSource source, Runnable checkpoint) {
    this.source = source;
    this.checkpoint = checkpoint;
  }

  /** Adds rejects, and gives up the first ones where many wait. */
  void add(List<RejectedRow> rejected, Taker taker) throws IOException {
    waiting.addAll(rejected);
    give(MOST_WAITING, taker);
  }

  /** Gives up all that wait. */
  void finish(Taker taker) throws IOException {
    give(0, taker);
  }

  private void give(int left, Taker taker) throws IOException {
    while (waiting.size() > left) {
      RejectedRow row = waiting.remove();
      taker.take(source, find(row.position()), row);
    }
  }

  private RecordCursor find(long position) {
    if (position < at) {
      close(); // one that was later still
    }
    if (records == null) {
      records = source.records();
      at = -1;
    }
    while (at < position) {
      checkpoint.run();
      if (!records.next()) {
        throw TextInput.changed(Place.file(source.name()));
      }
      at++;
    }
    return records;
  }

  @Override
  public void close() {
    if (records != null) {
      records.close();
      records = null;
    }
  }
}
