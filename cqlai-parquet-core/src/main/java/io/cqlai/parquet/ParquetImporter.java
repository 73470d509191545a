package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.internal.plan.ColumnChoice;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.internal.plan.ImportPlanner;
import io.cqlai.parquet.internal.plan.ImportRequest;
import io.cqlai.parquet.internal.plan.ImportSource;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.internal.run.DriverThread;
import io.cqlai.parquet.internal.run.ImportRun;
import io.cqlai.parquet.internal.run.Job;
import io.cqlai.parquet.internal.storage.ChannelInput;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.SpooledInput;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferPlan;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Executor;
import javax.annotation.Nullable;
import org.apache.parquet.io.InputFile;

/**
 * The door for imports: Parquet files into a table of Cassandra.
 *
 * <pre>{@code
 * ImportReport report = ParquetImporter.on(session)
 *     .table("analytics", "user_events_archive")
 *     .from(Path.of("events.parquet"))
 *     .load();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads: every step returns a new importer, and one that
 * has some options already may be kept and used again and again. Each option can be set once. The
 * session is the caller's and is never closed here.
 *
 * <p>Rows are written as they are read, so an import that fails leaves those in the table that were
 * written before; with {@link WriteMode#UPSERT}, running it again writes the same rows once more
 * and changes nothing.
 */
public final class ParquetImporter {

  private final CqlSession session;
  private final ImportRequest request;
  private final Surroundings surroundings;

  private ParquetImporter(CqlSession session, ImportRequest request, Surroundings surroundings) {
    this.session = session;
    this.request = request;
    this.surroundings = surroundings;
  }

  /** Returns the door on a session. */
  public static ParquetImporter on(CqlSession session) {
    return new ParquetImporter(session, ImportRequest.EMPTY, Surroundings.DEFAULT);
  }

  /**
   * Imports into a table of the session's keyspace.
   *
   * @param table its name as CQL writes it: folded to lower case unless in double quotes
   */
  public ParquetImporter table(String table) {
    return table(null, CqlIdentifier.fromCql(table));
  }

  /** Imports into a table; both names as CQL writes them. */
  public ParquetImporter table(String keyspace, String table) {
    return table(CqlIdentifier.fromCql(keyspace), CqlIdentifier.fromCql(table));
  }

  /** Imports into a table; a keyspace of null is the session's own. */
  public ParquetImporter table(@Nullable CqlIdentifier keyspace, CqlIdentifier table) {
    String in = keyspace == null ? null : keyspace.asInternal();
    return with(request.into(in, table.asInternal()));
  }

  /**
   * Fills these columns, beside those listed before; without any list, every column that a file has
   * a field for. Each is filled from the field of its own name. Where no listed name is a field and
   * there are as many fields as names, they match by position, and the report says so.
   *
   * @param columns their names as CQL writes them
   */
  public ParquetImporter columns(String... columns) {
    return columns(
        Arrays.stream(columns).map(CqlIdentifier::fromCql).toArray(CqlIdentifier[]::new));
  }

  /** Fills these columns, beside those listed before; see {@link #columns(String...)}. */
  public ParquetImporter columns(CqlIdentifier... columns) {
    ImportRequest more = request;
    for (CqlIdentifier column : columns) {
      more = more.filling(new ColumnChoice(column.asInternal(), null));
    }
    return with(more);
  }

  /**
   * Fills a column from a field of another name, beside those listed before.
   *
   * @param column its name as CQL writes it
   * @param field the field's name in the files, its exact characters
   */
  public ParquetImporter column(String column, String field) {
    return column(CqlIdentifier.fromCql(column), field);
  }

  /** Fills a column from a field of another name; see {@link #column(String, String)}. */
  public ParquetImporter column(CqlIdentifier column, String field) {
    return with(request.filling(new ColumnChoice(column.asInternal(), field)));
  }

  /** Reads local files, after those named before. */
  public ParquetImporter from(Path... files) {
    ImportRequest more = request;
    for (Path file : files) {
      more = more.from(new ImportSource.Place(LocalPath.text(file)));
    }
    return with(more);
  }

  /** Reads a file of the storage that the URI's scheme names; {@code file:} is a local one. */
  public ParquetImporter from(URI file) {
    return from(LocalPath.text(file));
  }

  /** Reads files by paths or URIs as text, as a statement would; {@code ~/} is the home. */
  public ParquetImporter from(String... files) {
    ImportRequest more = request;
    for (String file : files) {
      more = more.from(new ImportSource.Place(file));
    }
    return with(more);
  }

  /** Reads a file that the caller gives, with one thread; its streams are closed at the end. */
  public ParquetImporter from(InputFile file) {
    return given(file, file.toString());
  }

  /**
   * Reads a file through a channel, which is left open. Nothing else may use the channel until the
   * import has ended.
   */
  public ParquetImporter from(SeekableByteChannel channel) {
    ChannelInput file = new ChannelInput(channel);
    return given(file, file.toString());
  }

  /**
   * Reads a stream of text to its end, with one thread; it is left open. Such an import can be
   * started once. What the stream gives is kept in the directory for temporary files until the
   * import ends, because rejected rows are read again. {@link #format(Format)} has to say what it
   * is.
   */
  public ParquetImporter from(InputStream stream) {
    SpooledInput file = new SpooledInput(stream);
    return given(file, file.toString());
  }

  /** Says which format the files have, whatever their names; without it, they are Parquet. */
  public ParquetImporter format(Format format) {
    return with(request.options().with(CopyOption.FORMAT, format));
  }

  /**
   * Says whether the first record of CSV names the columns; without it, it does. Without one, the
   * fields are the columns that were listed, or the table's in their order.
   */
  public ParquetImporter header(boolean present) {
    return with(request.options().with(CopyOption.HEADER, present ? "TRUE" : "FALSE"));
  }

  /** Sets what divides the fields of CSV; without it, a comma. */
  public ParquetImporter delimiter(char character) {
    return with(request.options().with(CopyOption.DELIMITER, String.valueOf(character)));
  }

  /** Sets what stands around fields of CSV that need it; without it, a double quote. */
  public ParquetImporter quote(char character) {
    return with(request.options().with(CopyOption.QUOTE, String.valueOf(character)));
  }

  /** Sets what stands before a quote within quotes in CSV; only the quote itself is taken. */
  public ParquetImporter escape(char character) {
    return with(request.options().with(CopyOption.ESCAPE, String.valueOf(character)));
  }

  /**
   * Sets what stands for null in CSV; without it, nothing at all. The same text in quotes is a
   * value.
   */
  public ParquetImporter nullText(String text) {
    return with(request.options().with(CopyOption.NULL, text));
  }

  /** Sets the encoding of CSV; without it, UTF-8. */
  public ParquetImporter encoding(Charset encoding) {
    return with(request.options().with(CopyOption.ENCODING, encoding.name()));
  }

  /** Passes over this many rows at the start, over all files together; without it, none. */
  public ParquetImporter skipRows(long rows) {
    return with(request.options().with(CopyOption.SKIPROWS, rows));
  }

  /**
   * Reads this many rows at most after those passed over, over all files together; without it, or
   * with −1, all.
   */
  public ParquetImporter maxRows(long rows) {
    return with(request.options().with(CopyOption.MAXROWS, rows));
  }

  /** Sets the most rows of a chunk, the unit of memory and progress; without it, 10,000. */
  public ParquetImporter chunkRows(long rows) {
    return with(request.options().with(CopyOption.CHUNKSIZE, rows));
  }

  /**
   * Says how the files' columns have to match the table's; without it, {@link SchemaMode#EVOLVE}.
   */
  public ParquetImporter schemaMode(SchemaMode mode) {
    return with(request.options().with(CopyOption.SCHEMA_MODE, mode));
  }

  /** Says which conversions of values are made; without it, {@link Conversion#SAFE}. */
  public ParquetImporter convert(Conversion conversion) {
    return with(request.options().with(CopyOption.CONVERT, conversion));
  }

  /** Says what a null does; without it, {@link Nulls#UNSET}. */
  public ParquetImporter nulls(Nulls nulls) {
    return with(request.options().with(CopyOption.NULLS, nulls));
  }

  /** Says how rows are written; without it, {@link WriteMode#UPSERT}. */
  public ParquetImporter mode(WriteMode mode) {
    return with(request.options().with(CopyOption.MODE, mode));
  }

  /**
   * Sets the write time of all rows; without it, the time at which the import starts.
   *
   * @param micros microseconds since 1970-01-01 00:00 UTC
   */
  public ParquetImporter timestamp(long micros) {
    return with(request.options().with(CopyOption.TIMESTAMP, micros));
  }

  /**
   * Sends no write time, so that the servers take their own clocks; running the import twice is
   * then not the same as running it once. Needs a session whose driver puts no time on requests
   * either.
   */
  public ParquetImporter serverTimestamp() {
    return with(request.options().with(CopyOption.TIMESTAMP, "SERVER"));
  }

  /**
   * Sets after how many seconds the rows expire; without it, the table's own default holds. 0 is
   * never.
   */
  public ParquetImporter ttlSeconds(int seconds) {
    return with(request.options().with(CopyOption.TTL, seconds));
  }

  /**
   * Sets how many rows may be rejected, because a value does not fit or the server refuses it,
   * before the import fails; without it, none. −1 is no bound.
   */
  public ParquetImporter maxErrors(long rows) {
    return with(request.options().with(CopyOption.MAXERRORS, rows));
  }

  /**
   * Writes rejected rows to a file of the format that they come from: their own fields as they
   * were, and the place, the column and the reason beside them. It can be imported again, and
   * appears when the import ends, also when that is because of too many rejects. Of a file that an
   * earlier import left there the report warns where this one keeps none. A name that ends as
   * another format's is refused.
   */
  public ParquetImporter errorFile(Path file) {
    return with(request.options().with(CopyOption.ERRFILE, LocalPath.text(file)));
  }

  /**
   * Keeps a checkpoint, and goes on from the one that is there: where the same job was killed or
   * has failed before, only what is missing is done. Without one it starts afresh; a job that was
   * finished ends at once with its report. The report counts the rows of all runs, each once, and a
   * warning says how many of them runs before had done.
   *
   * <p>Rows that are written again carry the write time of the first run, so that this changes
   * nothing. It is refused where that cannot be: for counters, with {@link #serverTimestamp()}, and
   * for files that the caller gives, which may be others the next time.
   */
  public ParquetImporter resume() {
    return with(request.options().with(CopyOption.RESUME, "TRUE"));
  }

  /**
   * Sets the local directory of the checkpoint, which need not exist; without it, a hidden one
   * beside the first file. Without {@link #resume()} a checkpoint that is there is begun anew.
   */
  public ParquetImporter checkpoint(Path directory) {
    return with(request.options().with(CopyOption.CHECKPOINT, LocalPath.text(directory)));
  }

  /** Sets the consistency level; without it, LOCAL_QUORUM. */
  public ParquetImporter consistency(ConsistencyLevel level) {
    return with(request.options().with(CopyOption.CONSISTENCY, level.name()));
  }

  /** Sets the time-out of one write; without it, 60 seconds. */
  public ParquetImporter requestTimeout(Duration timeout) {
    return with(request.options().with(CopyOption.REQUEST_TIMEOUT, timeout.toMillis() + "ms"));
  }

  /** Starts from a profile of the session's own configuration; without it, its default profile. */
  public ParquetImporter executionProfile(String name) {
    return with(request.options().with(CopyOption.EXECUTION_PROFILE, name));
  }

  /**
   * Sets the most requests in flight; without it, 32 to 256 by cores and nodes, of up to 30 rows
   * each, and four times as many with modes that send each row by itself.
   */
  public ParquetImporter concurrency(int requests) {
    return with(request.options().with(CopyOption.CONCURRENCY, requests));
  }

  /**
   * Bounds the speed; without it, nothing does but the server.
   *
   * @param rowsPerSecond from 1 to 1,000,000,000
   */
  public ParquetImporter rate(long rowsPerSecond) {
    return with(request.options().with(CopyOption.RATE, rowsPerSecond));
  }

  /**
   * Bounds the speed as the option RATE does: rows per second, bytes of cells per second such as
   * {@code "20MB"}, or {@code "AUTO"}, which is the default.
   */
  public ParquetImporter rate(String perSecond) {
    return with(request.options().with(CopyOption.RATE, perSecond));
  }

  /** Bounds where files may be read and written; without it, nothing is bounded. */
  public ParquetImporter access(Access access) {
    return with(request.within(access));
  }

  /** Tells this listener of the progress. */
  public ParquetImporter listener(ProgressListener listener) {
    return new ParquetImporter(session, request, surroundings.with(listener));
  }

  /**
   * Tells this listener of requests, rows and rejects, for metrics of the application; without it,
   * nobody.
   */
  public ParquetImporter metrics(MetricsListener listener) {
    return new ParquetImporter(session, request, surroundings.with(listener));
  }

  /**
   * Runs on this executor; without it, each import has a daemon thread of its own. One that never
   * comes to the import leaves it waiting, until it is cancelled.
   */
  public ParquetImporter executor(Executor executor) {
    return new ParquetImporter(session, request, surroundings.with(executor));
  }

  /**
   * Finds out what an import would do: checks everything, looks into the files' footers, writes no
   * row.
   *
   * @throws io.cqlai.parquet.error.TransferException when it could not start
   */
  public TransferPlan plan() {
    DriverThread.refuse(session);
    return surroundings
        .start("plan of an import", (Job<TransferPlan> job) -> planned(job).printed())
        .join();
  }

  /**
   * Imports and waits.
   *
   * @return what was done; also where some rows were rejected, up to {@link #maxErrors}
   * @throws io.cqlai.parquet.error.TransferException when it fails or is interrupted; its report
   *     says how many rows were written until then
   */
  public ImportReport load() {
    DriverThread.refuse(session);
    return started().join();
  }

  /** Starts the import and returns at once. What is wrong with it shows in the handle. */
  public TransferHandle<ImportReport> start() {
    return new TransferHandle<>(started());
  }

  private Job<ImportReport> started() {
    return surroundings.start("import " + request.subject(), this::run);
  }

  private ImportReport run(Job<ImportReport> job) {
    try {
      return ImportRun.run(job, planned(job));
    } finally {
      request.sources().forEach(ImportSource::release);
    }
  }

  private ImportPlan planned(Job<?> job) {
    return ImportPlanner.plan(session, job, request, InstantSource.system());
  }

  /** Returns the options that are set. */
  OptionSet options() {
    return request.options();
  }

  /** The request as it stands, for the runner of statements. */
  ParquetImporter options(OptionSet options) {
    return with(request.with(options));
  }

  private ParquetImporter given(InputFile file, String name) {
    return with(request.from(new ImportSource.Given(new NamedInput(file, name))));
  }

  private ParquetImporter with(OptionSet options) {
    return with(request.with(options));
  }

  private ParquetImporter with(ImportRequest other) {
    return new ParquetImporter(session, other, surroundings);
  }
}
