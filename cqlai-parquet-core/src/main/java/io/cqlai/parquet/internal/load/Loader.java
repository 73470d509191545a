package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.RequestFailures;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.ServerWarnings;
import io.cqlai.parquet.internal.load.ReadBack.Outcome;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.RequestKind;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows to a table. Each thread that has rows takes a {@link RowBatcher}; the answers come on
 * the driver's threads. It has no thread of its own and never blocks. Rows that may be written
 * twice without harm go in batches, the others one by one.
 */
public final class Loader {

  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

  /** Rows that wait for their batch may take this part of the bytes that may be in flight. */
  private static final int WAITING_SHARE = 4;

  private final Requests requests;
  private final LoadSettings settings;
  private final String job;
  private final MetricsListener metrics;
  private final ByteBuffer writeTime;
  private final ByteBuffer listWriteTime;
  private final ByteBuffer ttl;
  private final InFlight inFlight;
  private final AtomicLong mostBatchBytes = new AtomicLong(Batches.MOST_BYTES);
  private final LoadCounts counts = new LoadCounts();
  private final ServerWarnings warnings = new ServerWarnings();
  private final ConcurrentLinkedQueue<Reject> rejects = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Reject> firstReject = new AtomicReference<>();
  private final AtomicReference<TransferException> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /**
   * Makes a loader that has sent nothing yet.
   *
   * @param job the name of the job, the prefix of its logs
   * @param metrics hears of requests and rows; throws nothing
   */
  public Loader(Requests requests, LoadSettings settings, String job, MetricsListener metrics) {
    this.requests = requests;
    this.settings = settings;
    this.job = job;
    this.metrics = metrics;
    this.writeTime = bigint(settings.writeTimeMicros());
    this.listWriteTime = bigint(settings.listTimeMicros());
    this.ttl = ByteBuffer.allocate(Integer.BYTES).putInt(0, settings.ttlSeconds());
    this.inFlight = new InFlight(settings.concurrency(), settings.bytesInFlight());
  }

  /**
   * Returns what takes the rows of one thread.
   *
   * @param threads how many threads have rows
   */
  public RowBatcher batcher(int threads) {
    Batches batches =
        new Batches(
            new ReplicaSets(requests.session()),
            mostBatchBytes::get,
            settings.bytesInFlight() / WAITING_SHARE / threads);
    return new RowBatcher(
        this, batches, writeTime.duplicate(), listWriteTime.duplicate(), ttl.duplicate());
  }

  /** Returns the bound on what is in flight. */
  InFlight inFlight() {
    return inFlight;
  }

  /** Returns what completes when every row has been answered for. */
  public CompletionStage<Void> settled() {
    return inFlight.empty();
  }

  /** Returns how many requests have been sent and not been answered for. */
  public int open() {
    return inFlight.requests();
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

  /** Counts a row that is not written, and keeps what is to be said of it. */
  void reject(Reject reject) {
    firstReject.compareAndSet(null, reject);
    rejects.add(reject);
    counts.addRejected(reject.outcomeUnknown());
    metrics.rowsRejected(1);
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

  /** Tells whether nothing may be sent any more. */
  boolean isStopped() {
    return stopped || failure.get() != null;
  }

  /** Sends rows for the first time, in one request. */
  void send(List<BoundRow> rows) {
    Request request = new Request(rows, 0);
    inFlight.take(request.bytes());
    send(request);
  }

  private void send(Request request) {
    request.begin();
    try {
      requests
          .session()
          .executeAsync(request.statement(requests.profile()))
          .whenComplete((result, error) -> answered(request, result, error));
    } catch (Throwable e) { // a closed session throws here, and not through the stage
      answered(request, null, e);
    }
  }

  private void answered(
      Request request, @Nullable AsyncResultSet result, @Nullable Throwable error) {
    boolean settled = true;
    try {
      if (result != null) {
        metrics.requestSucceeded(request.kind(), request.latency());
        settled = !isReadBack(request, result);
      } else if (error != null) {
        request.failed(RequestFailures.of(error));
        metrics.requestFailed(request.kind(), request.failure(), request.latency());
        settled = !repeats(request, error);
      }
    } catch (Throwable e) { // nobody else would hear of it
      LOG.debug("[{}] a write could not be judged: {}", job, e.getClass().getName());
      end(DriverErrors.translate(e, "Writing to " + request.spec().table().cqlName()));
    } finally {
      if (settled) {
        inFlight.giveBack(request.bytes());
      }
    }
  }

  /** Counts what an answer tells; returns whether the row has to be read to know more. */
  private boolean isReadBack(Request request, AsyncResultSet result) {
    inFlight.succeeded();
    result.getExecutionInfo().getWarnings().forEach(w -> warnings.add(w, request.isBatch()));
    if (!request.spec().conditional() || result.wasApplied()) {
      written(request);
    } else if (request.isInDoubt()) { // it may be the attempt before that is in its way
      readBack(request, "it was sent again, and then its condition did not hold");
      return true;
    } else {
      skipped(request);
    }
    return false;
  }

  private void written(Request request) {
    counts.addWritten(request.rows().size());
    metrics.rowsArrived(request.rows().size(), request.bytes());
    request.tellWritten();
  }

  private void skipped(Request request) {
    counts.addSkipped(1);
    request.rows().get(0).stretch().skipped();
  }

  /** Has the row of a conditional write read, and does what follows from it. */
  private void readBack(Request request, String reason) {
    LOG.debug("[{}] reads {} back", job, request.rows().get(0).place());
    long start = System.nanoTime();
    ReadBack.of(requests, request.rows().get(0), request::microsSinceFirstSent)
        .whenComplete(
            (outcome, error) -> {
              boolean settled = true;
              try {
                tellReadBack(Duration.ofNanos(System.nanoTime() - start), error);
                settled = !repeats(request, error == null ? outcome : Outcome.UNKNOWN, reason);
              } catch (Throwable e) { // nobody else would hear of it
                end(unexpected(e));
              } finally {
                if (settled) {
                  inFlight.giveBack(request.bytes());
                }
              }
            });
  }

  private void tellReadBack(Duration latency, @Nullable Throwable error) {
    if (error == null) {
      metrics.requestSucceeded(RequestKind.READ_BACK, latency);
    } else {
      metrics.requestFailed(RequestKind.READ_BACK, RequestFailures.of(error), latency);
    }
  }

  /** Does what follows from a row; returns whether the request is going to be sent again. */
  private boolean repeats(Request request, Outcome outcome, String reason) {
    switch (outcome) {
      case WRITTEN -> written(request);
      case SKIPPED -> skipped(request);
      case SEND_AGAIN -> {
        if (request.attempt() < settings.backoff().attempts()) {
          repeated(request);
          afterPause(request, () -> resend(request));
          return true;
        }
        reject(request, reason, true);
      }
      case UNKNOWN -> reject(request, reason, true);
    }
    return false;
  }

  private void repeated(Request request) {
    LOG.debug(
        "[{}] sends {} rows again, the first {}, after attempt {}: {}",
        job,
        request.rows().size(),
        request.rows().get(0).place(),
        request.attempt(),
        request.failure());
    counts.addRepeated();
    metrics.requestRepeated(request.kind(), request.failure());
  }

  private void reject(Request request, String reason, boolean unknown) {
    BoundRow row = request.rows().get(0);
    reject(new Reject(row.place(), null, KeyText.of(row.spec(), row.row()), reason, unknown));
  }

  /** Judges a failure; returns whether the request is going to be sent again as it is. */
  private boolean repeats(Request request, Throwable error) {
    Verdict verdict =
        Verdict.of(error, request.spec(), request.attempt(), settings.backoff().attempts());
    if (isStopped()) {
      if (!request.isBatch() && (request.isInDoubt() || verdict.leavesInDoubt())) {
        reject(request, verdict.reason(), true);
      }
      return false;
    }
    if (request.isBatch() && verdict.isOfTheRows()) {
      return sendsInParts(request, verdict);
    }
    if (verdict.error().retryable() && !verdict.rowAtFault()) {
      inFlight.overloaded();
    }
    switch (verdict.then()) {
      case REPEAT -> {
        repeated(request);
        afterPause(request, () -> resend(request));
        return true;
      }
      case READ_BACK -> {
        request.doubt();
        readBack(request, verdict.reason());
        return true;
      }
      case REJECT -> reject(request, verdict.reason(), verdict.error().outcomeUnknown());
      case END -> end(request.isInDoubt() ? verdict.error().withUnknownOutcome() : verdict.error());
    }
    return false;
  }

  /**
   * Sends a batch again as halves, and so comes to the row at fault; returns whether that happens
   * later.
   */
  private boolean sendsInParts(Request request, Verdict verdict) {
    repeated(request);
    if (verdict.isTooLarge()) {
      long weight = request.rows().stream().mapToLong(Batches::weight).sum();
      mostBatchBytes.accumulateAndGet(weight / 2, Math::min);
    }
    if (!verdict.error().outcomeUnknown() && verdict.then() == Verdict.Then.REJECT) {
      // It was refused as a whole, so that nothing of it was applied: this was no attempt.
      request.halves().forEach(half -> resend(half, request.attempt() - 1));
      return false;
    }
    afterPause(
        request,
        () -> {
          try {
            request.halves().forEach(half -> resend(half, request.attempt()));
          } finally {
            inFlight.giveBack(request.bytes());
          }
        });
    return true;
  }

  /** Has something done with a request when it has waited; meanwhile others go. */
  private void afterPause(Request request, Runnable then) {
    CompletionStage<Void> pause = settings.backoff().pause(request.attempt());
    inFlight.pause();
    pause
        .thenCompose(over -> inFlight.goOn())
        .whenComplete(
            (place, error) -> { // on a timer's thread, where nobody would hear of what fails
              try {
                if (error == null) {
                  then.run();
                } else {
                  inFlight.leave(request.bytes());
                  end(unexpected(error));
                }
              } catch (Throwable e) {
                end(unexpected(e));
              }
            });
  }

  private void resend(Request request) {
    try {
      request.takeLater(settings.listTimeMicros());
    } catch (RuntimeException | Error e) { // the request is not held for ever
      end(unexpected(e));
    }
    if (isStopped()) {
      inFlight.giveBack(request.bytes());
    } else {
      send(request);
    }
  }

  private static TransferException unexpected(Throwable error) {
    return DriverErrors.translate(error, "Sending rows again");
  }

  /** Sends a part of a batch that failed. */
  private void resend(List<BoundRow> part, int attempts) {
    if (isStopped()) {
      return;
    }
    Request request = new Request(part, attempts);
    request.takeLater(settings.listTimeMicros());
    inFlight.take(request.bytes());
    send(request);
  }

  private void end(TransferException error) {
    failure.compareAndSet(null, error);
    inFlight.wake();
  }

  private static ByteBuffer bigint(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
  }
}
