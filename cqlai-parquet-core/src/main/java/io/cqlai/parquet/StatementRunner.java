package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.cqlai.parquet.copy.CaptureStatement;
import io.cqlai.parquet.copy.CopyFrom;
import io.cqlai.parquet.copy.CopyTo;
import io.cqlai.parquet.copy.ExplainCopy;
import io.cqlai.parquet.copy.Statement;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.copy.Verify;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;

/**
 * Runs statements as text: COPY, EXPLAIN COPY, VERIFY and CAPTURE here, all others on the session.
 * What a shell embeds.
 *
 * <pre>{@code
 * try (StatementRunner runner = StatementRunner.on(session).keyspace("shop").build()) {
 *   StatementResult result = runner.run("COPY users TO 'users.parquet' WITH COMPRESSION='ZSTD'");
 * }
 * }</pre>
 *
 * <p>One statement at a time; {@link #cancel()} may be called from any thread. The session is the
 * caller's and is never closed here.
 */
public final class StatementRunner implements AutoCloseable {

  private final CqlSession session;
  private final StatementDoors doors;
  private final StatementCaptures captures;
  private final AtomicReference<TransferHandle<?>> running = new AtomicReference<>();

  private StatementRunner(Builder builder) {
    this.session = builder.session;
    this.doors =
        new StatementDoors(
            builder.session,
            builder.keyspace,
            builder.access,
            builder.listener,
            builder.metrics,
            builder.standardOutput,
            builder.standardInput);
    this.captures = new StatementCaptures(doors);
  }

  /** Returns the builder of a runner on a session. */
  public static Builder on(CqlSession session) {
    return new Builder(session);
  }

  /**
   * Runs one statement and waits for its end.
   *
   * @param statement a semicolon may follow it
   * @throws io.cqlai.parquet.copy.StatementException for a mistake in a statement of ours, before
   *     anything is opened
   * @throws io.cqlai.parquet.error.TransferException when it fails
   */
  public StatementResult run(String statement) {
    if (!Statements.isOurs(statement)) {
      return captures.isOn() && Statements.isSelect(statement)
          ? captures.select(statement)
          : new StatementResult.Rows(execute(statement));
    }
    Statement parsed = Statements.parse(statement);
    if (parsed instanceof CaptureStatement capture) {
      return captures.run(capture);
    }
    if (parsed instanceof ExplainCopy explain) {
      return new StatementResult.Plan(
          explain.statement() instanceof CopyTo to
              ? doors.exporter(to).plan()
              : doors.explained((CopyFrom) explain.statement()).plan());
    }
    if (parsed instanceof Verify verify) {
      return new StatementResult.Verified(await(doors.verifier(verify).start()));
    }
    return parsed instanceof CopyTo to
        ? new StatementResult.Exported(await(doors.exporter(to).start()))
        : new StatementResult.Imported(await(doors.importer((CopyFrom) parsed).start()));
  }

  /**
   * Cancels the transfer or verification that is running, if one is; its {@link #run} then throws.
   */
  public void cancel() {
    captures.cancel();
    TransferHandle<?> handle = running.get();
    if (handle != null) {
      handle.cancel();
    }
  }

  /**
   * Cancels what is running, if anything is, and waits 5 s at most for its end: a COPY, or a SELECT
   * that is captured silently. A capture that is on then ends as by CAPTURE OFF. Rows of a capture
   * that are shown are to be left before, as they are read by one thread.
   *
   * @throws io.cqlai.parquet.error.TransferException when the file of the capture cannot be
   *     written: it names the parts that are kept, and this can be called again
   */
  @Override
  public void close() {
    TransferHandle<?> handle = running.get();
    if (handle != null) {
      handle.close();
    }
    captures.close();
  }

  private <R> R await(TransferHandle<R> handle) {
    running.set(handle);
    try {
      return handle.await();
    } finally {
      running.set(null);
    }
  }

  /** Runs CQL with a time-out that suits a person at a terminal, all else as the session has it. */
  private ResultSet execute(String cql) {
    SimpleStatement statement =
        SimpleStatement.newInstance(cql)
            .setExecutionProfile(
                session
                    .getContext()
                    .getConfig()
                    .getDefaultProfile()
                    .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Requests.DEFAULT_TIMEOUT));
    try {
      return session.execute(statement);
    } catch (RuntimeException e) {
      throw DriverErrors.translate(e, "The statement");
    }
  }

  /** Builds a {@link StatementRunner}; used once, by one thread. */
  public static final class Builder {

    private final CqlSession session;
    @Nullable private CqlIdentifier keyspace;
    private Access access = Access.everything();
    private ProgressListener listener = ProgressListener.NONE;
    private MetricsListener metrics = MetricsListener.NONE;
    @Nullable private OutputStream standardOutput;
    @Nullable private InputStream standardInput;

    private Builder(CqlSession session) {
      this.session = session;
    }

    /**
     * Sets the keyspace of tables that are named without one, as CQL writes it; the session's own,
     * which USE changes, comes before it.
     */
    public Builder keyspace(String name) {
      this.keyspace = CqlIdentifier.fromCql(name);
      return this;
    }

    /** Bounds where statements may read and write files; without it, nothing is bounded. */
    public Builder access(Access bounds) {
      this.access = bounds;
      return this;
    }

    /** Tells this listener of each transfer's progress. */
    public Builder listener(ProgressListener hears) {
      this.listener = hears;
      return this;
    }

    /** Tells this listener of requests, rows and rejects of all transfers; without it, nobody. */
    public Builder metrics(MetricsListener hears) {
      this.metrics = hears;
      return this;
    }

    /**
     * Sets what COPY TO STDOUT writes to; flushed, and left open. Without it, such a statement is
     * refused. What a statement wrote before it failed cannot be taken back.
     */
    public Builder standardOutput(OutputStream stream) {
      this.standardOutput = stream;
      return this;
    }

    /**
     * Sets what COPY FROM STDIN reads, each statement to the stream's end; left open. Without it,
     * such a statement is refused. A cancelled import waits for what it asked of the stream.
     */
    public Builder standardInput(InputStream stream) {
      this.standardInput = stream;
      return this;
    }

    /** Returns the runner. */
    public StatementRunner build() {
      return new StatementRunner(this);
    }
  }
}
