package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.plan.ExportPlanner;
import io.cqlai.parquet.internal.plan.ExportRequest;
import io.cqlai.parquet.internal.plan.JsonOption;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.internal.plan.Source;
import io.cqlai.parquet.internal.plan.Target;
import io.cqlai.parquet.internal.run.DriverThread;
import io.cqlai.parquet.internal.run.ExportRun;
import io.cqlai.parquet.internal.run.Job;
import io.cqlai.parquet.internal.storage.StreamTarget;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.TransferPlan;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.annotation.Nullable;
import org.apache.parquet.io.OutputFile;

/**
 * The door for exports: a table or a query of Cassandra into a Parquet file.
 *
 * <pre>{@code
 * ExportReport report = ParquetExporter.on(session)
 *     .table("analytics", "user_events")
 *     .to(Path.of("events.parquet"))
 *     .export();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads: every step returns a new exporter, and one that
 * has some options already may be kept and used again and again. Each option can be set once. The
 * session is the caller's and is never closed here.
 */
public final class ParquetExporter {

  private final CqlSession session;
  private final ExportRequest request;
  private final Surroundings surroundings;

  private ParquetExporter(CqlSession session, ExportRequest request, Surroundings surroundings) {
    this.session = session;
    this.request = request;
    this.surroundings = surroundings;
  }

  /** Returns the door on a session. */
  public static ParquetExporter on(CqlSession session) {
    return new ParquetExporter(session, ExportRequest.EMPTY, Surroundings.DEFAULT);
  }

  /**
   * Exports a table of the session's keyspace.
   *
   * @param table its name as CQL writes it: folded to lower case unless in double quotes
   */
  public ParquetExporter table(String table) {
    return table(null, CqlIdentifier.fromCql(table));
  }

  /** Exports a table; both names as CQL writes them. */
  public ParquetExporter table(String keyspace, String table) {
    return table(CqlIdentifier.fromCql(keyspace), CqlIdentifier.fromCql(table));
  }

  /** Exports a table; a keyspace of null is the session's own. */
  public ParquetExporter table(@Nullable CqlIdentifier keyspace, CqlIdentifier table) {
    String in = keyspace == null ? null : keyspace.asInternal();
    return with(request.from(new Source.Table(in, table.asInternal(), List.of(), null, List.of())));
  }

  /**
   * Exports these columns of the table, in this order; without it, all of them.
   *
   * @param columns their names as CQL writes them
   */
  public ParquetExporter columns(String... columns) {
    return columns(
        Arrays.stream(columns).map(CqlIdentifier::fromCql).toArray(CqlIdentifier[]::new));
  }

  /** Exports these columns of the table, in this order. */
  public ParquetExporter columns(CqlIdentifier... columns) {
    Source.Table table = tableFor("columns");
    List<String> names = Arrays.stream(columns).map(CqlIdentifier::asInternal).toList();
    return with(
        request.from(
            new Source.Table(
                table.keyspace(), table.table(), names, table.where(), table.values())));
  }

  /**
   * Exports only the rows for which a condition holds.
   *
   * @param condition CQL as after WHERE, with {@code ?} for values; checked by the server
   * @param values what the markers stand for; bound, never pasted into the text
   */
  public ParquetExporter where(String condition, Object... values) {
    Source.Table table = tableFor("where");
    if (table.where() != null) {
      throw badCall("where() was called already", "Join the conditions with AND");
    }
    return with(
        request.from(
            new Source.Table(
                table.keyspace(),
                table.table(),
                table.columns(),
                condition,
                Arrays.asList(values))));
  }

  /**
   * Exports what a query returns. It runs once, as it is, page by page.
   *
   * @param select a SELECT with {@code ?} for values
   * @param values what the markers stand for
   */
  public ParquetExporter query(String select, Object... values) {
    return with(request.from(new Source.Query(select, Arrays.asList(values))));
  }

  /**
   * Exports what a statement returns.
   *
   * @param statement a simple or bound statement of a SELECT; its page size and execution profile
   *     give way to the transfer's
   */
  public ParquetExporter query(Statement<?> statement) {
    return with(request.from(new Source.Made(statement)));
  }

  /** Writes to a local file; it appears when it is complete, and not before. */
  public ParquetExporter to(Path file) {
    return to(LocalPath.text(file));
  }

  /** Writes to a file of the storage that the URI's scheme names; {@code file:} is a local one. */
  public ParquetExporter to(URI file) {
    return to(LocalPath.text(file));
  }

  /** Writes to a path or URI given as text, as a statement would; {@code ~/} is the home. */
  public ParquetExporter to(String file) {
    return with(request.to(new Target.Place(file)));
  }

  /**
   * Writes to a local directory of files, {@code part-00000.parquet} and so on, with {@code
   * _manifest.json}, which tells each file's rows, bytes and checksum, and {@code _SUCCESS}. The
   * directory appears as a whole when it is complete, and not before. One that exists has to be
   * empty, unless {@link #ifExists} says that it is to be replaced.
   */
  public ParquetExporter toDirectory(Path directory) {
    return to(LocalPath.text(directory) + "/");
  }

  /**
   * Sets at about how many bytes the files of a directory are full, at least 1,048,576; without it,
   * 512 MiB. Each thread that encodes writes files of its own, so that the last ones are smaller.
   */
  public ParquetExporter maxFileSize(long bytes) {
    return with(request.options().with(CopyOption.MAX_FILE_SIZE, bytes));
  }

  /** Writes to an output file, whose stream is closed at the end; nothing is renamed. */
  public ParquetExporter to(OutputFile file) {
    return with(request.to(new Target.Given(StreamTarget.of(file))));
  }

  /**
   * Writes to a stream, which is flushed and left open. A Parquet file ends in its footer: what a
   * failed export has left in the stream is not a Parquet file.
   */
  public ParquetExporter to(OutputStream stream) {
    return with(request.to(new Target.Given(StreamTarget.of(stream))));
  }

  /** Says which format the file has, whatever its name; without it, the name has to tell. */
  public ParquetExporter format(Format format) {
    return with(request.options().with(CopyOption.FORMAT, format));
  }

  /** Says whether the first record of CSV names the columns; without it, it does. */
  public ParquetExporter header(boolean present) {
    return with(request.options().with(CopyOption.HEADER, present ? "TRUE" : "FALSE"));
  }

  /** Sets what divides the fields of CSV; without it, a comma. */
  public ParquetExporter delimiter(char character) {
    return with(request.options().with(CopyOption.DELIMITER, String.valueOf(character)));
  }

  /** Sets what stands around fields of CSV that need it; without it, a double quote. */
  public ParquetExporter quote(char character) {
    return with(request.options().with(CopyOption.QUOTE, String.valueOf(character)));
  }

  /** Sets what stands before a quote within quotes in CSV; only the quote itself is taken. */
  public ParquetExporter escape(char character) {
    return with(request.options().with(CopyOption.ESCAPE, String.valueOf(character)));
  }

  /**
   * Sets what stands for null in CSV; without it, nothing at all. The same text in quotes is a
   * value.
   */
  public ParquetExporter nullText(String text) {
    return with(request.options().with(CopyOption.NULL, text));
  }

  /** Sets the encoding of CSV; without it, UTF-8. */
  public ParquetExporter encoding(Charset encoding) {
    return with(request.options().with(CopyOption.ENCODING, encoding.name()));
  }

  /** Says what happens when the target exists; without it, it is replaced when all is complete. */
  public ParquetExporter ifExists(IfExists ifExists) {
    return with(request.options().with(CopyOption.IF_EXISTS, ifExists));
  }

  /** Sets the codec; without it, {@link Compression#SNAPPY}. */
  public ParquetExporter compression(Compression compression) {
    return with(request.options().with(CopyOption.COMPRESSION, compression));
  }

  /** Sets how hard the codec tries: 1 to 22 for ZSTD (default 3), 0 to 9 for GZIP (default 6). */
  public ParquetExporter compressionLevel(int level) {
    return with(request.options().with(CopyOption.COMPRESSION_LEVEL, level));
  }

  /**
   * Sets the rows of a chunk, which then bounds pages and row groups too; without it, 10,000 rows a
   * chunk, and row groups closed by their bytes alone.
   */
  public ParquetExporter chunkRows(long rows) {
    return with(request.options().with(CopyOption.CHUNKSIZE, rows));
  }

  /**
   * Sets the encoded bytes at which a row group closes; without it, 64 MiB or an eighth of the
   * heap.
   */
  public ParquetExporter rowGroupBytes(long bytes) {
    return with(request.options().with(CopyOption.ROWGROUP_BYTES, bytes));
  }

  /** Sets the most rows of a page; without it, 5,000. Pages of large rows are smaller. */
  public ParquetExporter pageRows(int rows) {
    return with(request.options().with(CopyOption.PAGESIZE, rows));
  }

  /** Sets the most rows in all; without it, all rows. */
  public ParquetExporter limit(long rows) {
    return with(request.options().with(CopyOption.LIMIT, rows));
  }

  /**
   * Sets how many pages are asked for at once, each of a token range of its own; without it, 4 for
   * each node, and no fewer than the cores. A query is read by one request at a time.
   */
  public ParquetExporter concurrency(int requests) {
    return with(request.options().with(CopyOption.CONCURRENCY, requests));
  }

  /**
   * Sets how many threads may encode; without it, as many as there are cores. They begin as they
   * are needed. Each holds a row group in memory; a query is encoded by one, in its order.
   */
  public ParquetExporter writers(int threads) {
    return with(request.options().with(CopyOption.WRITERS, threads));
  }

  /**
   * Bounds the speed; without it, nothing does but the server.
   *
   * @param rowsPerSecond from 1 to 1,000,000,000
   */
  public ParquetExporter rate(long rowsPerSecond) {
    return with(request.options().with(CopyOption.RATE, rowsPerSecond));
  }

  /**
   * Bounds the speed as the option RATE does: rows per second, bytes of cells per second such as
   * {@code "20MB"}, or {@code "AUTO"}, which is the default.
   */
  public ParquetExporter rate(String perSecond) {
    return with(request.options().with(CopyOption.RATE, perSecond));
  }

  /** Reads only partitions whose token is above this; without it, from the ring's start. */
  public ParquetExporter beginToken(long token) {
    return with(request.options().with(CopyOption.BEGINTOKEN, token));
  }

  /** Reads only partitions whose token is at most this; without it, to the ring's end. */
  public ParquetExporter endToken(long token) {
    return with(request.options().with(CopyOption.ENDTOKEN, token));
  }

  /** Chooses how CQL types are written; without it, {@link Profile#STANDARD}. */
  public ParquetExporter profile(Profile profile) {
    return profile == Profile.STANDARD
        ? this
        : with(request.options().with(CopyOption.PROFILE, profile));
  }

  /**
   * Chooses the Parquet type of single columns.
   *
   * @param types column name in internal form to type, such as {@code DECIMAL(12,2)}, {@code UUID},
   *     {@code TIME(NANOS)}, {@code STRING}
   */
  public ParquetExporter types(Map<String, String> types) {
    return with(request.options().with(CopyOption.TYPES, JsonOption.text(types)));
  }

  /**
   * Adds entries to the file's key-value metadata; names that begin with {@code cqlai.} are ours.
   */
  public ParquetExporter metadata(Map<String, String> entries) {
    return with(request.options().with(CopyOption.METADATA, JsonOption.text(entries)));
  }

  /** Sets how many rows may not fit before the export fails; without it, none. −1 is no bound. */
  public ParquetExporter maxErrors(long rows) {
    return with(request.options().with(CopyOption.MAXERRORS, rows));
  }

  /**
   * Writes rows that do not fit to a Parquet file: their columns in exact types, and the column,
   * the reason and the value's CQL bytes beside them. It can be imported again. It appears together
   * with the export's own file, and not at all when the export fails or all rows fit; the report
   * then warns of a file that an earlier export left there.
   */
  public ParquetExporter errorFile(Path file) {
    return with(request.options().with(CopyOption.ERRFILE, LocalPath.text(file)));
  }

  /**
   * Keeps a checkpoint, and goes on from the one that is there: where the same job was killed or
   * has failed before, only what is missing is done. Without one it starts afresh; a job that was
   * finished ends at once with its report.
   */
  public ParquetExporter resume() {
    return with(request.options().with(CopyOption.RESUME, "TRUE"));
  }

  /**
   * Sets the local directory of the checkpoint; without it, a hidden one beside the file. Without
   * {@link #resume()} a checkpoint that is there is begun anew.
   */
  public ParquetExporter checkpoint(Path directory) {
    return with(request.options().with(CopyOption.CHECKPOINT, LocalPath.text(directory)));
  }

  /** Sets the consistency level; without it, LOCAL_QUORUM. */
  public ParquetExporter consistency(ConsistencyLevel level) {
    return with(request.options().with(CopyOption.CONSISTENCY, level.name()));
  }

  /** Sets the time-out of one page; without it, 60 seconds. */
  public ParquetExporter requestTimeout(Duration timeout) {
    return with(request.options().with(CopyOption.REQUEST_TIMEOUT, timeout.toMillis() + "ms"));
  }

  /** Starts from a profile of the session's own configuration; without it, its default profile. */
  public ParquetExporter executionProfile(String name) {
    return with(request.options().with(CopyOption.EXECUTION_PROFILE, name));
  }

  /** Bounds where files may be written; without it, nothing is bounded. */
  public ParquetExporter access(Access access) {
    return with(request.within(access));
  }

  /** Tells this listener of the progress. */
  public ParquetExporter listener(ProgressListener listener) {
    return new ParquetExporter(session, request, surroundings.with(listener));
  }

  /**
   * Tells this listener of requests, rows and rejects, for metrics of the application; without it,
   * nobody.
   */
  public ParquetExporter metrics(MetricsListener listener) {
    return new ParquetExporter(session, request, surroundings.with(listener));
  }

  /**
   * Runs on this executor; without it, each export has a daemon thread of its own. One that never
   * comes to the export leaves it waiting, until it is cancelled.
   */
  public ParquetExporter executor(Executor executor) {
    return new ParquetExporter(session, request, surroundings.with(executor));
  }

  /**
   * Finds out what an export would do: checks everything, reads no row, creates no file.
   *
   * @throws io.cqlai.parquet.error.TransferException when it could not start
   */
  public TransferPlan plan() {
    DriverThread.refuse(session);
    return surroundings
        .start("plan of an export", (Job<TransferPlan> job) -> planned(job).printed())
        .join();
  }

  /**
   * Exports and waits.
   *
   * @throws io.cqlai.parquet.error.TransferException when it fails or is interrupted; then the
   *     target is as it was before
   */
  public ExportReport export() {
    DriverThread.refuse(session);
    return started().join();
  }

  /** Starts the export and returns at once. What is wrong with it shows in the handle. */
  public TransferHandle<ExportReport> start() {
    return new TransferHandle<>(started());
  }

  private Job<ExportReport> started() {
    return surroundings.start(
        "export " + request.subject(), job -> ExportRun.run(job, planned(job)));
  }

  private ExportPlan planned(Job<?> job) {
    return ExportPlanner.plan(session, job, request);
  }

  /** Returns the options that are set. */
  OptionSet options() {
    return request.options();
  }

  /** The request as it stands, for the runner of statements. */
  ParquetExporter options(OptionSet options) {
    return with(request.with(options));
  }

  private ParquetExporter with(OptionSet options) {
    return with(request.with(options));
  }

  private ParquetExporter with(ExportRequest other) {
    return new ParquetExporter(session, other, surroundings);
  }

  private Source.Table tableFor(String method) {
    if (request.source() instanceof Source.Table table) {
      return table;
    }
    throw badCall(method + "() needs a table", "Call table(…) before it; a query has its own");
  }

  private static TransferException badCall(String problem, String remedy) {
    return TransferException.of(ErrorCode.BAD_CALL, problem, remedy);
  }
}
