package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gives the rows of one thread to a loader, those that may go together in batches. The thread asks
 * for {@link #hasRoom} before each row, and calls {@link #flush} after the last.
 */
public final class RowBatcher {

  private final Loader loader;
  private final Batches batches;
  private final ByteBuffer writeTime;
  private final ByteBuffer listWriteTime;
  private final ByteBuffer ttl;

  /**
   * Begins without rows.
   *
   * @param writeTime the write time as the eight bytes of a bigint
   * @param listWriteTime that of rows with a list that is not frozen
   * @param ttl the time to live as the four bytes of an int
   */
  RowBatcher(
      Loader loader,
      Batches batches,
      ByteBuffer writeTime,
      ByteBuffer listWriteTime,
      ByteBuffer ttl) {
    this.loader = loader;
    this.batches = batches;
    this.writeTime = writeTime;
    this.listWriteTime = listWriteTime;
    this.ttl = ttl;
  }

  /** Tells whether a row with this many bytes in its cells may be written now. */
  public boolean hasRoom(long bytes) {
    return loader.inFlight().hasRoom(bytes) || loader.isEnding();
  }

  /** Returns what completes when it is worth asking {@link #hasRoom} again. */
  public CompletionStage<Void> room(long bytes) {
    return loader.isEnding()
        ? CompletableFuture.completedFuture(null)
        : loader.inFlight().room(bytes);
  }

  /**
   * Takes a row, to send it now or with others; to be called when there is room.
   *
   * @param stretch the rows with which it counts as done
   * @param position the row within its part, from 0
   * @param bytes the size of its cells
   */
  public void write(RowBinder binder, RowView row, Stretch stretch, long position, long bytes) {
    Binding binding = binder.bind(row, binder.hasOpenList() ? listWriteTime : writeTime, ttl);
    LoadSpec spec = binder.spec();
    if (binding instanceof Binding.Ready ready) {
      write(
          new BoundRow(
              spec, row, stretch, position, bytes, ready.statement(), ready.writeTimeMarker()));
    } else if (binding instanceof Binding.Unfit unfit) {
      String column = spec.columns().get(unfit.cell()).name();
      loader.reject(
          new Reject(
              stretch.place(position), column, KeyText.of(spec, row), unfit.reason(), false));
    } else {
      loader.counts().addSkipped(1);
      stretch.skipped();
    }
  }

  private void write(BoundRow row) {
    if (!row.spec().repeatable() || !row.spec().writeTime()) {
      loader.send(List.of(row));
      return;
    }
    List<BoundRow> full = batches.add(row);
    if (!full.isEmpty()) {
      loader.send(full);
    } else if (batches.isFull()) {
      loader.send(batches.take());
    }
  }

  /**
   * Sends the rows that wait for others, as long as there is room.
   *
   * @return whether none waits any more
   */
  public boolean flush() {
    if (loader.isStopped()) {
      batches.clear();
    }
    while (!batches.isEmpty() && loader.inFlight().hasRoom(0)) {
      loader.send(batches.take());
    }
    return batches.isEmpty();
  }

  /** Returns what completes when it is worth calling {@link #flush} again. */
  public CompletionStage<Void> roomToFlush() {
    return loader.isStopped() ? CompletableFuture.completedFuture(null) : loader.inFlight().room(0);
  }
}
