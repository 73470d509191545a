package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.cqlai.parquet.copy.CaptureStatement;
import io.cqlai.parquet.copy.ColumnMapping;
import io.cqlai.parquet.copy.CopyFrom;
import io.cqlai.parquet.copy.CopySource;
import io.cqlai.parquet.copy.CopyTo;
import io.cqlai.parquet.copy.ExplainCopy;
import io.cqlai.parquet.copy.Name;
import io.cqlai.parquet.copy.Statement;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.copy.TableName;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.progress.ProgressListener;
import io.cqlai.parquet.report.TransferReport;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.Nullable;

/**
 * Runs statements as text: COPY, EXPLAIN COPY and CAPTURE here, all others on the session. What a
 * shell embeds.
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
  private final StatementCaptures captures;
  private final AtomicReference<TransferHandle<?>> running = new AtomicReference<>();

  private StatementRunner(Builder builder) {
    this.session = builder.session;
    this.keyspace = builder.keyspace;
    this.access = builder.access;
    this.listener = builder.listener;
    this.captures = new StatementCaptures(session, access, listener);
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
              : importer((CopyFrom) explain.statement()).plan());
    }
    return parsed instanceof CopyTo to
        ? new StatementResult.Exported(await(exporter(to).start()))
        : new StatementResult.Imported(await(importer((CopyFrom) parsed).start()));
  }

  /** Cancels the transfer that is running, if one is; its {@link #run} then throws. */
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

  private <R extends TransferReport> R await(TransferHandle<R> handle) {
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
            .options(OptionSet.of(copy.options()))
            .access(access)
            .listener(listener)
            .to(copy.target());
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
            .options(OptionSet.of(copy.options()))
            .access(access)
            .listener(listener)
            .table(keyspace(copy.table()), identifier(copy.table().table()));
    for (ColumnMapping column : copy.columns()) {
      CqlIdentifier name = identifier(column.column());
      door =
          column.field().isPresent() ? door.column(name, column.field().get()) : door.columns(name);
    }
    for (String path : copy.paths()) {
      door = door.from(path);
    }
    return door;
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

    /** Returns the runner. */
    public StatementRunner build() {
      return new StatementRunner(this);
    }
  }
}
