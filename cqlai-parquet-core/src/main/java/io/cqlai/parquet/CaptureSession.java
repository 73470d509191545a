package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.capture.CapturedParts;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.plan.CapturePlanner;
import io.cqlai.parquet.internal.plan.Source;
import io.cqlai.parquet.internal.run.CaptureRun;
import io.cqlai.parquet.internal.run.CaptureTee;
import io.cqlai.parquet.internal.run.DriverThread;
import io.cqlai.parquet.internal.run.Job;
import io.cqlai.parquet.progress.ProgressListener;
import io.cqlai.parquet.report.CaptureReport;
import io.cqlai.parquet.report.ExportReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * Gathers the results of queries, one after the other, in one file, which appears when the capture
 * is closed.
 *
 * <pre>{@code
 * try (CaptureSession capture = CaptureSession.on(session).to(Path.of("us.parquet")).open()) {
 *   capture.query("SELECT * FROM users WHERE country = ?", "US");
 * }
 * }</pre>
 *
 * <p>Each query is captured as a whole or not at all: one that fails leaves no row, and the capture
 * goes on without it. A Parquet file has one schema, so all results must have the same columns, of
 * the same types and in the same order. In CSV they must have the names of its header; in JSON, and
 * in CSV without a header, any results go together.
 *
 * <p>Used by one thread at a time; {@link #cancel()} may be called from any. The session is the
 * caller's and is never closed here.
 */
public final class CaptureSession implements AutoCloseable {

  /** Of parts that are kept, so many are named. */
  private static final int MOST_NAMED = 5;

  private final CqlSession session;
  private final String target;
  private final CapturePlanner planner;
  private final CapturedParts parts;
  private final CaptureRun run;
  private final Surroundings surroundings;
  private final Instant started = Instant.now();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final AtomicReference<Job<?>> running = new AtomicReference<>();
  @Nullable private CaptureTee handedOut;
  @Nullable private CaptureReport ended;

  CaptureSession(
      CqlSession session,
      String target,
      CapturePlanner planner,
      CapturedParts parts,
      Surroundings surroundings) {
    this.session = session;
    this.target = target;
    this.planner = planner;
    this.parts = parts;
    this.run = new CaptureRun(planner, parts);
    this.surroundings = surroundings;
  }

  /** Returns the setup of a capture on a session. */
  public static CaptureSetup on(CqlSession session) {
    return CaptureSetup.on(session);
  }

  /**
   * Runs a query and captures what it returns, page by page; each page is written while the next is
   * on its way.
   *
   * @param select a SELECT with {@code ?} for values
   * @param values what the markers stand for; bound, never pasted into the text
   * @return how many rows it returned
   * @throws TransferException when it fails, or its columns are not those of the capture: then
   *     nothing of it is captured, and the capture goes on
   */
  public long query(String select, Object... values) {
    return query(new Source.Query(select, Arrays.asList(values)));
  }

  /**
   * Runs a statement and captures what it returns.
   *
   * @param statement a simple or bound statement of a SELECT; its page size and execution profile
   *     give way to the capture's
   * @return how many rows it returned
   * @throws TransferException as {@link #query(String, Object...)} does
   */
  public long query(Statement<?> statement) {
    return query(new Source.Made(statement));
  }

  private long query(Source source) {
    ExportReport report = await("capture", job -> run.query(job, source));
    warnings.addAll(report.warnings());
    return report.rowsWritten();
  }

  /**
   * Captures the rows of a result, from where it stands to its end.
   *
   * @return how many rows there were
   * @throws TransferException as {@link #query(String, Object...)} does
   */
  public long write(ResultSet rows) {
    ResultSet written = tee(rows);
    long count = 0;
    try {
      for (var unused : written) {
        count++;
      }
    } catch (RuntimeException e) {
      throw DriverErrors.translate(e, "Reading the rest of the result");
    }
    return count;
  }

  /**
   * Captures the rows of a result, from where it stands to its end; each page is written while the
   * next is on its way.
   *
   * @return how many rows there were
   * @throws TransferException as {@link #query(String, Object...)} does
   */
  public long write(AsyncResultSet rows) {
    return await("capture", job -> run.write(job, rows));
  }

  /**
   * Returns a view of a result that captures each row as it is handed out: for shells that show
   * rows as well. They count when the last one has been handed out. A result that is left before
   * its end is not captured at all, and the report says so: that is decided by whatever is called
   * next on this capture.
   *
   * @param rows a result of which no row has been taken; it is not to be used beside the view
   * @return the view, whose iterator is the same at each call, and throws what the result's own
   *     would, or {@link TransferException} when a row cannot be captured
   * @throws TransferException when its columns are not those of the capture
   */
  public ResultSet tee(ResultSet rows) {
    return tee(rows, 0);
  }

  private ResultSet tee(ResultSet rows, long pagesAbout) {
    begin();
    CaptureTee tee = run.tee(rows, surroundings.listener(), pagesAbout);
    handedOut = tee;
    return tee;
  }

  /**
   * Runs a query as the capture's options say, and returns a view of its result as {@link
   * #tee(ResultSet)} does.
   *
   * @param select a SELECT with {@code ?} for values
   * @param values what the markers stand for
   * @throws TransferException when it fails, or its columns are not those of the capture
   */
  public ResultSet tee(String select, Object... values) {
    begin();
    SimpleStatement statement = planner.requests().statement(select, values);
    ResultSet rows;
    try {
      rows = session.execute(statement.setPageSize(planner.pageRows()));
    } catch (RuntimeException e) {
      throw DriverErrors.translate(e, "The query");
    }
    return tee(rows, pagesAbout(select, rows));
  }

  /** What nobody listens to is not asked for. */
  private long pagesAbout(String select, ResultSet rows) {
    return surroundings.listener() == ProgressListener.NONE || rows.isFullyFetched()
        ? 0
        : Job.start(
                "estimate of a capture",
                ProgressListener.NONE,
                surroundings.executor(),
                (Job<Long> job) -> planner.pagesAbout(job, select, rows.getColumnDefinitions()))
            .join();
  }

  private <R> R await(String what, Function<Job<R>, R> body) {
    begin();
    Job<R> job = surroundings.start(what, body);
    running.set(job);
    try {
      return job.join();
    } finally {
      running.set(null);
    }
  }

  private void begin() {
    DriverThread.refuse(session);
    if (ended != null) {
      throw TransferException.of(
          ErrorCode.BAD_CALL, "The capture to " + target + " has ended", "Open another");
    }
    abandonHandedOut();
  }

  private void abandonHandedOut() {
    CaptureTee tee = handedOut;
    handedOut = null;
    if (tee != null && tee.abandon()) {
      warnings.add("A result that was not read to its end was not captured");
    }
  }

  /**
   * Cancels the query that is running, if one is; its call then throws. It reaches {@link
   * #query(String, Object...)} and {@link #write(AsyncResultSet)}; the requests of {@link
   * #tee(String, Object...)} and of results that the caller iterates end by their own time-out. May
   * be called anywhere.
   */
  public void cancel() {
    Job<?> job = running.get();
    if (job != null) {
      job.cancel();
    }
  }

  /** Cancels as {@link #cancel()} does, and waits 5 s at most until all is let go of. */
  void cancelAndWait() {
    Job<?> job = running.get();
    if (job != null) {
      job.close();
    }
  }

  /** Returns what was captured so far, or what the capture ended with. */
  public CaptureReport report() {
    return ended != null ? ended : report(List.of());
  }

  /**
   * Ends the capture, and lets the file appear with the rows of all queries that succeeded. Where
   * there was none, no file is made, what stands there stays, and the report says so. Does nothing
   * when the capture has ended.
   *
   * @return what was captured
   * @throws TransferException when the file cannot be written; what stood there is as it was, and
   *     the capture is kept, so that this can be called again. Not so where a stream or an output
   *     file was given: it keeps what it got, and a second call throws
   */
  public CaptureReport publish() {
    CaptureReport report = ended;
    if (report == null) {
      abandonHandedOut();
      List<String> files = published();
      warnings.addAll(parts.warnings());
      if (files.isEmpty()) {
        warnings.add("No query was captured, so no file was written");
      }
      report = report(files);
      ended = report;
    }
    return report;
  }

  private List<String> published() {
    try {
      return parts.publish().map(List::of).orElse(List.of());
    } catch (OutOfMemoryError e) {
      throw Job.outOfMemory("The capture to " + target, e);
    }
  }

  /** Ends the capture without a trace; what stood there stays. Nothing when it has ended. */
  public void discard() {
    if (ended == null) {
      cancel();
      abandonHandedOut();
      parts.discard();
      warnings.add("The capture was discarded");
      ended = report(List.of());
    }
  }

  /**
   * Ends the capture as {@link #publish()} does. Where that fails nothing is deleted: the exception
   * names the parts, each of which is a file of the capture's format, and the capture can be closed
   * again, or discarded.
   *
   * @throws TransferException as {@link #publish()} does
   */
  @Override
  public void close() {
    try {
      publish();
    } catch (TransferException e) {
      List<String> kept = parts.kept();
      throw e.adding(
          "What was captured is kept in "
              + String.join(", ", kept.subList(0, Math.min(kept.size(), MOST_NAMED)))
              + (kept.size() > MOST_NAMED ? " and " + (kept.size() - MOST_NAMED) + " more" : ""));
    }
  }

  private CaptureReport report(List<String> files) {
    return new CaptureReport(
        target,
        parts.queries(),
        parts.rows(),
        parts.bytes(),
        files,
        started,
        Instant.now(),
        new ArrayList<>(warnings),
        parts.losses());
  }
}
