package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.Verify;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.internal.plan.VerifyPlanner;
import io.cqlai.parquet.internal.plan.VerifyRequest;
import io.cqlai.parquet.internal.run.DriverThread;
import io.cqlai.parquet.internal.run.Job;
import io.cqlai.parquet.internal.run.VerifyRun;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import io.cqlai.parquet.report.VerifyReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.annotation.Nullable;

/**
 * The door for verifications: whether a file, or a directory of files, is as it was exported, and
 * whether a table has the same rows.
 *
 * <pre>{@code
 * VerifyReport report = Verifier.on(session)
 *     .file(Path.of("users.parquet"))
 *     .against("shop", "users")
 *     .verify();
 * if (!report.isEqual()) {
 *   report.differences().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>A difference is a result and no exception; a file that cannot be read is one. Immutable and
 * safe for use by several threads: every step returns a new verifier. The session is the caller's
 * and is never closed here; one of another cluster than the file is from compares it with that.
 */
public final class Verifier {

  private final CqlSession session;
  private final VerifyRequest request;
  private final Surroundings surroundings;

  private Verifier(CqlSession session, VerifyRequest request, Surroundings surroundings) {
    this.session = session;
    this.request = request;
    this.surroundings = surroundings;
  }

  /** Returns the door on a session. */
  public static Verifier on(CqlSession session) {
    return new Verifier(session, VerifyRequest.EMPTY, Surroundings.DEFAULT);
  }

  /**
   * Verifies a local file: Parquet, or CSV or JSON by its ending; or a directory of such files,
   * also against its manifest.
   */
  public Verifier file(Path file) {
    return file(LocalPath.text(file));
  }

  /** Verifies a file of the storage that the URI's scheme names; {@code file:} is a local one. */
  public Verifier file(URI file) {
    return file(LocalPath.text(file));
  }

  /** Verifies a file by a path or URI given as text, as a statement would; {@code ~/} is home. */
  public Verifier file(String file) {
    return with(request.of(file));
  }

  /**
   * Compares it with a table of the session's keyspace, which has to have the same rows.
   *
   * @param table its name as CQL writes it: folded to lower case unless in double quotes
   */
  public Verifier against(String table) {
    return against(null, CqlIdentifier.fromCql(table));
  }

  /** Compares it with a table, which has to have the same rows; both names as CQL writes them. */
  public Verifier against(String keyspace, String table) {
    return against(CqlIdentifier.fromCql(keyspace), CqlIdentifier.fromCql(table));
  }

  /** Compares it with a table that has to have the same rows; null is the session's keyspace. */
  public Verifier against(@Nullable CqlIdentifier keyspace, CqlIdentifier table) {
    return with(keyspace, table, Verify.Relation.EQUAL);
  }

  /** Compares it with a table of the session's keyspace, which may have other rows, too. */
  public Verifier within(String table) {
    return within(null, CqlIdentifier.fromCql(table));
  }

  /**
   * Compares it with a table, which has to have each row of the file and may have others; both
   * names as CQL writes them.
   */
  public Verifier within(String keyspace, String table) {
    return within(CqlIdentifier.fromCql(keyspace), CqlIdentifier.fromCql(table));
  }

  /** Compares it with a table that may have other rows; null is the session's keyspace. */
  public Verifier within(@Nullable CqlIdentifier keyspace, CqlIdentifier table) {
    return with(keyspace, table, Verify.Relation.CONTAINED);
  }

  /**
   * Sets the consistency level with which the table is read; without it, LOCAL_QUORUM. What one
   * replica alone has not heard of is no difference at a level that asks several.
   */
  public Verifier consistency(ConsistencyLevel level) {
    return with(request.options().with(CopyOption.CONSISTENCY, level.name()));
  }

  /** Sets the time-out of one page; without it, 60 seconds. */
  public Verifier requestTimeout(Duration timeout) {
    return with(request.options().with(CopyOption.REQUEST_TIMEOUT, timeout.toMillis() + "ms"));
  }

  /** Starts from a profile of the session's own configuration; without it, its default profile. */
  public Verifier executionProfile(String name) {
    return with(request.options().with(CopyOption.EXECUTION_PROFILE, name));
  }

  /** Sets how many pages are asked for at once; without it, as many as for an export. */
  public Verifier concurrency(int requests) {
    return with(request.options().with(CopyOption.CONCURRENCY, requests));
  }

  /** Bounds where files may be read; without it, nothing is bounded. */
  public Verifier access(Access access) {
    return with(request.within(access));
  }

  /** Tells this listener of the progress: of the rows that were read of the table. */
  public Verifier listener(ProgressListener listener) {
    return new Verifier(session, request, surroundings.with(listener));
  }

  /** Tells this listener of requests, for metrics of the application; without it, none. */
  public Verifier metrics(MetricsListener listener) {
    return new Verifier(session, request, surroundings.with(listener));
  }

  /** Runs on this executor; without it, each verification has a daemon thread of its own. */
  public Verifier executor(Executor executor) {
    return new Verifier(session, request, surroundings.with(executor));
  }

  /**
   * Verifies and waits.
   *
   * @throws io.cqlai.parquet.error.TransferException when a side cannot be read, or the
   *     verification is interrupted; CORRUPT_FILE for a file that is damaged
   */
  public VerifyReport verify() {
    DriverThread.refuse(session);
    return started().join();
  }

  /** Starts the verification and returns at once. What is wrong with it shows in the handle. */
  public TransferHandle<VerifyReport> start() {
    return new TransferHandle<>(started());
  }

  private Job<VerifyReport> started() {
    return surroundings.start(
        "verification", job -> VerifyRun.run(job, () -> VerifyPlanner.plan(session, job, request)));
  }

  private Verifier with(
      @Nullable CqlIdentifier keyspace, CqlIdentifier table, Verify.Relation relation) {
    String in = keyspace == null ? null : keyspace.asInternal();
    return with(request.with(in, table.asInternal(), relation));
  }

  private Verifier with(OptionSet options) {
    return with(request.with(options));
  }

  private Verifier with(VerifyRequest other) {
    return new Verifier(session, other, surroundings);
  }
}
