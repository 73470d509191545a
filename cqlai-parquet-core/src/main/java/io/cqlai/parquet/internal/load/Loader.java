package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows to a table. One thread gives it rows, and waits for {@link #room} before each; the
 * answers come on the driver's threads. It has no thread of its own and never blocks.
 */
public final class Loader {

  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

  private final Requests requests;
  private final LoadSettings settings;
  private final ByteBuffer writeTime;
  private final ByteBuffer ttl;
  private final InFlight inFlight;
  private final LoadCounts counts = new LoadCounts();
  private final ServerWarnings warnings = new ServerWarnings();
  private final ConcurrentLinkedQueue<Reject> rejects = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Reject> firstReject = new AtomicReference<>();
  private final AtomicReference<TransferException> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /** Makes a loader that has sent nothing yet. */
  public Loader(Requests requests, LoadSettings settings) {
    this.requests = requests;
    this.settings = settings;
    this.writeTime = bigint(settings.writeTimeMicros());
    this.ttl = ByteBuffer.allocate(Integer.BYTES).putInt(0, settings.ttlSeconds());
    this.inFlight = new InFlight(settings.concurrency(), settings.bytesInFlight());
  }

  /** Tells whether a row with this many bytes in its cells may be written now. */
  public boolean hasRoom(long bytes) {
    return inFlight.hasRoom(bytes) || isEnding();
  }

  /**
   * Returns what completes when it is worth asking {@link #hasRoom} again. To be called by one
   * thread at a time, the one that writes.
   */
  public CompletionStage<Void> room(long bytes) {
    return isEnding() ? CompletableFuture.completedFuture(null) : inFlight.room(bytes);
  }

  /** Returns what completes when every row has been answered for. */
  public CompletionStage<Void> settled() {
    return inFlight.empty();
  }

  /** Returns how many rows have been sent and not been answered for. */
  public int open() {
    return inFlight.requests();
  }

  /** Sends a row; to be called after {@link #room}. */
  public void write(RowBinder binder, RowView row, RowPlace place, long bytes) {
    Binding binding = binder.bind(row, writeTime, ttl);
    if (binding instanceof Binding.Ready ready) {
      inFlight.take(bytes);
      send(new Write(binder.spec(), row, place, bytes, ready.writeTimeMarker()), ready.statement());
    } else if (binding instanceof Binding.Unfit unfit) {
      String column = binder.spec().columns().get(unfit.cell()).name();
      String key = KeyText.of(binder.spec(), row);
      reject(new Reject(place, column, key, unfit.reason(), false));
    } else {
      counts.addSkipped(1);
    }
  }

  /**
   * Counts a row with a value that does not fit its column.
   *
   * @param converted the cells that fit; null for the others
   * @param column the column at fault in internal form; empty where none is
   */
  public void unfit(
      RowBinder binder, RowView converted, RowPlace place, String column, String reason) {
    String at = column.isEmpty() ? null : column;
    reject(new Reject(place, at, KeyText.of(binder.spec(), converted), reason, false));
  }

  private void reject(Reject reject) {
    firstReject.compareAndSet(null, reject);
    rejects.add(reject);
    counts.addRejected(reject.outcomeUnknown());
    if (tooManyRejects()) {
      inFlight.wake();
    }
  }

  /** Lets nothing be sent any more, nor sent again; what is in flight is answered for. */
  public void stop() {
    stopped = true;
    inFlight.wake();
  }

  /** Tells whether no further row should be written. */
  public boolean isEnding() {
    return stopped || failure.get() != null || tooManyRejects();
  }

  /** Tells whether more rows were rejected than may be. */
  public boolean tooManyRejects() {
    return counts.rejected() > settings.maxErrors();
  }

  /** Returns why no row can be written any more, or null while they can. */
  @Nullable
  public TransferException failure() {
    return failure.get();
  }

  /** Returns the reject that came first, or null without any. */
  @Nullable
  public Reject firstReject() {
    return firstReject.get();
  }

  /** Returns the rejects since the last call, in no order. */
  public List<Reject> takeRejects() {
    List<Reject> taken = new ArrayList<>();
    for (Reject next = rejects.poll(); next != null; next = rejects.poll()) {
      taken.add(next);
    }
    return taken;
  }

  /** Returns what has been counted so far. */
  public LoadCounts counts() {
    return counts;
  }

  /** Returns what the server warned of, each kind once. */
  public List<String> warnings() {
    return warnings.sentences();
  }

  private void send(Write write, BoundStatement statement) {
    write.attempt++;
    try {
      requests
          .session()
          .executeAsync(statement)
          .whenComplete((result, error) -> answered(write, statement, result, error));
    } catch (RuntimeException e) { // a closed session throws here, and not through the stage
      answered(write, statement, null, e);
    }
  }

  private void answered(
      Write write,
      BoundStatement statement,
      @Nullable AsyncResultSet result,
      @Nullable Throwable error) {
    boolean settled = true;
    try {
      if (result != null) {
        succeeded(write, result);
      } else if (error != null) {
        settled = !repeats(write, statement, error);
      }
    } catch (RuntimeException e) {
      LOG.debug("A write could not be judged", e);
      end(DriverErrors.translate(e, "Writing to " + write.spec.table().cqlName()));
    } finally {
      if (settled) {
        inFlight.giveBack(write.bytes);
      }
    }
  }

  private void succeeded(Write write, AsyncResultSet result) {
    result.getExecutionInfo().getWarnings().forEach(warnings::add);
    if (write.spec.conditional() && !result.wasApplied()) {
      counts.addSkipped(1);
    } else {
      counts.addWritten();
    }
  }

  /** Judges a failure; returns whether the row is going to be sent again. */
  private boolean repeats(Write write, BoundStatement statement, Throwable error) {
    Verdict verdict = Verdict.of(error, write.spec, write.attempt, settings.backoff().attempts());
    switch (verdict.then()) {
      case REPEAT -> {
        if (stopped || failure.get() != null) {
          return false;
        }
        LOG.debug("Sending {} again after: {}", write.place, verdict.reason());
        counts.addRepeated();
        BoundStatement next = again(write, statement);
        settings.backoff().pause(write.attempt).thenRun(() -> resend(write, next));
        return true;
      }
      case REJECT -> {
        String key = KeyText.of(write.spec, write.row);
        boolean unknown = verdict.error().outcomeUnknown();
        reject(new Reject(write.place, null, key, verdict.reason(), unknown));
      }
      case END -> end(verdict.error());
    }
    return false;
  }

  private void resend(Write write, BoundStatement statement) {
    if (stopped || failure.get() != null) {
      inFlight.giveBack(write.bytes);
    } else {
      send(write, statement);
    }
  }

  /**
   * A list's cells are added to those of the same write time, so each attempt takes a later one.
   */
  private BoundStatement again(Write write, BoundStatement statement) {
    if (write.writeTimeMarker < 0 || !write.spec.hasOpenList()) {
      return statement;
    }
    ByteBuffer later = bigint(settings.writeTimeMicros() + write.attempt);
    return statement.setBytesUnsafe(write.writeTimeMarker, later);
  }

  private void end(TransferException error) {
    failure.compareAndSet(null, error);
    inFlight.wake();
  }

  private static ByteBuffer bigint(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
  }

  /** A row on its way. Its attempts follow each other, so that no two threads touch it at once. */
  private static final class Write {
    private final LoadSpec spec;
    private final RowView row;
    private final RowPlace place;
    private final long bytes;
    private final int writeTimeMarker;
    private int attempt;

    Write(LoadSpec spec, RowView row, RowPlace place, long bytes, int writeTimeMarker) {
      this.spec = spec;
      this.row = row;
      this.place = place;
      this.bytes = bytes;
      this.writeTimeMarker = writeTimeMarker;
    }
  }
}
