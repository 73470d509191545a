package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.cqlai.parquet.copy.CaptureStatement;
import io.cqlai.parquet.copy.ColumnMapping;
import io.cqlai.parquet.copy.CopyFrom;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.CopySource;
import io.cqlai.parquet.copy.CopyTo;
import io.cqlai.parquet.copy.ExplainCopy;
import io.cqlai.parquet.copy.Name;
import io.cqlai.parquet.copy.Options;
import io.cqlai.parquet.copy.Statement;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.copy.TableName;
import io.cqlai.parquet.copy.Verify;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Format;
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
  @Nullable private final CqlIdentifier keyspace;
  private final Access access;
  private final ProgressListener listener;
  private final MetricsListener metrics;
  @Nullable private final OutputStream standardOutput;
  @Nullable private final InputStream standardInput;
  private final StatementCaptures captures;
  private final AtomicReference<TransferHandle<?>> running = new AtomicReference<>();

  private StatementRunner(Builder builder) {
    this.session = builder.session;
    this.keyspace = builder.keyspace;
    this.access = builder.access;
    this.listener = builder.listener;
    this.metrics = builder.metrics;
    this.standardOutput = builder.standardOutput;
    this.standardInput = builder.standardInput;
    this.captures = new StatementCaptures(session, access, listener, metrics);
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
              ? exporter(to).plan()
              : explained((CopyFrom) explain.statement()).plan());
    }
    if (parsed instanceof Verify verify) {
      return new StatementResult.Verified(await(verifier(verify).start()));
    }
    return parsed instanceof CopyTo to
        ? new StatementResult.Exported(await(exporter(to).start()))
        : new StatementResult.Imported(await(importer((CopyFrom) parsed).start()));
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

  private ParquetExporter exporter(CopyTo copy) {
    ParquetExporter door =
        ParquetExporter.on(session)
            .options(options(copy.options(), copy.target().isEmpty()))
            .access(access)
            .listener(listener)
            .metrics(metrics);
    door = copy.target().isPresent() ? door.to(copy.target().get()) : door.to(standardOutput());
    if (copy.source() instanceof CopySource.Query query) {
      return door.query(query.cql());
    }
    CopySource.Table table = (CopySource.Table) copy.source();
    door = door.table(keyspace(table.name()), identifier(table.name().table()));
    if (!table.columns().isEmpty()) {
      door =
          door.columns(
              table.columns().stream()
                  .map(StatementRunner::identifier)
                  .toArray(CqlIdentifier[]::new));
    }
    return table.where().isPresent() ? door.where(table.where().get()) : door;
  }

  private ParquetImporter importer(CopyFrom copy) {
    ParquetImporter door =
        ParquetImporter.on(session)
            .options(options(copy.options(), copy.paths().isEmpty()))
            .access(access)
            .listener(listener)
            .metrics(metrics)
            .table(keyspace(copy.table()), identifier(copy.table().table()));
    for (ColumnMapping column : copy.columns()) {
      CqlIdentifier name = identifier(column.column());
      door =
          column.field().isPresent() ? door.column(name, column.field().get()) : door.columns(name);
    }
    for (String path : copy.paths()) {
      door = door.from(path);
    }
    return copy.paths().isEmpty() ? door.from(standardInput()) : door;
  }

  private Verifier verifier(Verify verify) {
    Verifier door =
        Verifier.on(session).access(access).listener(listener).metrics(metrics).file(verify.path());
    if (verify.table().isEmpty()) {
      return door;
    }
    TableName table = verify.table().get();
    CqlIdentifier name = identifier(table.table());
    return switch (verify.relation()) {
      case EQUAL -> door.against(keyspace(table), name);
      case CONTAINED -> door.within(keyspace(table), name);
    };
  }

  private ParquetImporter explained(CopyFrom copy) {
    if (copy.paths().isEmpty()) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "EXPLAIN would have to read what STDIN gives, which is then gone",
          "Explain the COPY of a file");
    }
    return importer(copy);
  }

  /** What has no name that could tell a format is CSV, as it is for cqlsh. */
  private static OptionSet options(Options given, boolean unnamed) {
    OptionSet options = OptionSet.of(given);
    return unnamed && !options.has(CopyOption.FORMAT)
        ? options.with(CopyOption.FORMAT, Format.CSV)
        : options;
  }

  private OutputStream standardOutput() {
    if (standardOutput == null) {
      throw withoutStream("STDOUT", "standardOutput");
    }
    return standardOutput;
  }

  private InputStream standardInput() {
    if (standardInput == null) {
      throw withoutStream("STDIN", "standardInput");
    }
    return standardInput;
  }

  private static TransferException withoutStream(String name, String method) {
    return TransferException.of(
        ErrorCode.BAD_CALL,
        "There is no " + name + " here",
        "Name a file; a program gives its StatementRunner a stream with " + method + "(…)");
  }

  @Nullable
  private CqlIdentifier keyspace(TableName table) {
    return table
        .keyspace()
        .map(StatementRunner::identifier)
        .or(session::getKeyspace)
        .orElse(keyspace);
  }

  private static CqlIdentifier identifier(Name name) {
    return CqlIdentifier.fromInternal(name.text());
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
