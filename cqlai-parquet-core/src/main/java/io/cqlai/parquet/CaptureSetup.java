package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.capture.CaptureTarget;
import io.cqlai.parquet.internal.capture.CapturedParts;
import io.cqlai.parquet.internal.capture.PartsJoin;
import io.cqlai.parquet.internal.capture.PartsJoin.IfThere;
import io.cqlai.parquet.internal.plan.CapturePlanner;
import io.cqlai.parquet.internal.plan.ExportRequest;
import io.cqlai.parquet.internal.plan.JsonOption;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.internal.plan.Target;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.storage.StreamTarget;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.parquet.io.OutputFile;

/**
 * Says where a capture goes and how; {@link #open()} begins it. Immutable and safe for use by
 * several threads: every step returns a new object. Each option can be set once.
 */
public final class CaptureSetup {

  private final CqlSession session;
  private final ExportRequest request;
  private final IfThere ifThere;
  private final Surroundings surroundings;

  private CaptureSetup(
      CqlSession session, ExportRequest request, IfThere ifThere, Surroundings surroundings) {
    this.session = session;
    this.request = request;
    this.ifThere = ifThere;
    this.surroundings = surroundings;
  }

  /** Returns the setup in which nothing is said yet. */
  static CaptureSetup on(CqlSession session) {
    return new CaptureSetup(session, ExportRequest.EMPTY, IfThere.REPLACED, Surroundings.DEFAULT);
  }

  /** Writes to a local file; it appears when the capture is closed, and not before. */
  public CaptureSetup to(Path file) {
    return to(LocalPath.text(file));
  }

  /** Writes to a file of the storage that the URI's scheme names; {@code file:} is a local one. */
  public CaptureSetup to(URI file) {
    return to(LocalPath.text(file));
  }

  /** Writes to a path or URI given as text, as a statement would; {@code ~/} is the home. */
  public CaptureSetup to(String file) {
    return with(request.to(new Target.Place(file)));
  }

  /** Writes to an output file when the capture is closed; its stream is closed then. */
  public CaptureSetup to(OutputFile file) {
    return with(request.to(new Target.Given(StreamTarget.of(file))));
  }

  /** Writes to a stream when the capture is closed; it is flushed and left open. */
  public CaptureSetup to(OutputStream stream) {
    return with(request.to(new Target.Given(StreamTarget.of(stream))));
  }

  /**
   * Adds the rows to the file that stands there, when the capture is closed, if it has the same
   * columns; where there is none, one is made. Without it, what stands there is replaced.
   */
  public CaptureSetup append() {
    return new CaptureSetup(session, request, IfThere.APPENDED_TO, surroundings);
  }

  /** Says which format the file has, whatever its name; without it, the name has to tell. */
  public CaptureSetup format(Format format) {
    return with(request.options().with(CopyOption.FORMAT, format));
  }

  /** Says whether the first record of CSV names the columns; without it, it does. */
  public CaptureSetup header(boolean present) {
    return with(request.options().with(CopyOption.HEADER, present ? "TRUE" : "FALSE"));
  }

  /** Sets what divides the fields of CSV; without it, a comma. */
  public CaptureSetup delimiter(char character) {
    return with(request.options().with(CopyOption.DELIMITER, String.valueOf(character)));
  }

  /** Sets what stands around fields of CSV that need it; without it, a double quote. */
  public CaptureSetup quote(char character) {
    return with(request.options().with(CopyOption.QUOTE, String.valueOf(character)));
  }

  /** Sets what stands before a quote within quotes in CSV; only the quote itself is taken. */
  public CaptureSetup escape(char character) {
    return with(request.options().with(CopyOption.ESCAPE, String.valueOf(character)));
  }

  /**
   * Sets what stands for null in CSV; without it, nothing at all. The same text in quotes is a
   * value.
   */
  public CaptureSetup nullText(String text) {
    return with(request.options().with(CopyOption.NULL, text));
  }

  /** Sets the encoding of CSV; without it, UTF-8. */
  public CaptureSetup encoding(Charset encoding) {
    return with(request.options().with(CopyOption.ENCODING, encoding.name()));
  }

  /** Sets the codec; without it, {@link Compression#SNAPPY}. */
  public CaptureSetup compression(Compression compression) {
    return with(request.options().with(CopyOption.COMPRESSION, compression));
  }

  /** Sets how hard the codec tries: 1 to 22 for ZSTD (default 3), 0 to 9 for GZIP (default 6). */
  public CaptureSetup compressionLevel(int level) {
    return with(request.options().with(CopyOption.COMPRESSION_LEVEL, level));
  }

  /**
   * Sets the encoded bytes at which a row group closes; without it, 64 MiB or an eighth of the
   * heap.
   */
  public CaptureSetup rowGroupBytes(long bytes) {
    return with(request.options().with(CopyOption.ROWGROUP_BYTES, bytes));
  }

  /** Sets the most rows of a page; without it, 5,000. Pages of large rows are smaller. */
  public CaptureSetup pageRows(int rows) {
    return with(request.options().with(CopyOption.PAGESIZE, rows));
  }

  /** Chooses how CQL types are written; without it, {@link Profile#STANDARD}. */
  public CaptureSetup profile(Profile profile) {
    return profile == Profile.STANDARD
        ? this
        : with(request.options().with(CopyOption.PROFILE, profile));
  }

  /**
   * Chooses the Parquet type of single columns.
   *
   * @param types column name in internal form to type, such as {@code DECIMAL(12,2)}
   */
  public CaptureSetup types(Map<String, String> types) {
    return with(request.options().with(CopyOption.TYPES, JsonOption.text(types)));
  }

  /**
   * Adds entries to the file's key-value metadata; names that begin with {@code cqlai.} are ours.
   */
  public CaptureSetup metadata(Map<String, String> entries) {
    return with(request.options().with(CopyOption.METADATA, JsonOption.text(entries)));
  }

  /** Sets the consistency level of queries that are run here; without it, LOCAL_QUORUM. */
  public CaptureSetup consistency(ConsistencyLevel level) {
    return with(request.options().with(CopyOption.CONSISTENCY, level.name()));
  }

  /** Sets the time-out of one page; without it, 60 seconds. */
  public CaptureSetup requestTimeout(Duration timeout) {
    return with(request.options().with(CopyOption.REQUEST_TIMEOUT, timeout.toMillis() + "ms"));
  }

  /** Starts from a profile of the session's own configuration; without it, its default profile. */
  public CaptureSetup executionProfile(String name) {
    return with(request.options().with(CopyOption.EXECUTION_PROFILE, name));
  }

  /** Bounds where files may be written; without it, nothing is bounded. */
  public CaptureSetup access(Access access) {
    return with(request.within(access));
  }

  /** Tells this listener of the progress of each query. */
  public CaptureSetup listener(ProgressListener listener) {
    return new CaptureSetup(session, request, ifThere, surroundings.with(listener));
  }

  /**
   * Tells this listener of requests, rows and rejects, for metrics of the application; without it,
   * nobody.
   */
  public CaptureSetup metrics(MetricsListener listener) {
    return new CaptureSetup(session, request, ifThere, surroundings.with(listener));
  }

  /**
   * Runs queries on this executor; without it, each has a daemon thread of its own. One that never
   * comes to a query leaves its caller waiting, until the capture is cancelled.
   */
  public CaptureSetup executor(Executor executor) {
    return new CaptureSetup(session, request, ifThere, surroundings.with(executor));
  }

  /**
   * Begins the capture. The options and the place are checked; no file is made before a query.
   *
   * @throws TransferException when one of them is wrong, or the file that is to be appended to
   *     cannot be read
   */
  public CaptureSession open() {
    Target to = request.target();
    if (to == null) {
      throw TransferException.of(
          ErrorCode.BAD_CALL, "The capture does not say where to", "Say it with .to(…)");
    }
    // first, because it says more of a place that cannot be used
    CaptureTarget target = new CaptureTarget(new Storages(request.access()), to);
    CapturePlanner planner = new CapturePlanner(session, request);
    PartsJoin join = PartsJoin.of(ifThere, target, planner.format());
    CapturedParts parts = new CapturedParts(target, join);
    return new CaptureSession(session, target.name(), planner, parts, surroundings);
  }

  /** Returns the options that are set. */
  OptionSet options() {
    return request.options();
  }

  /** The setup with other options, for the runner of statements. */
  CaptureSetup options(OptionSet options) {
    return with(request.with(options));
  }

  private CaptureSetup with(OptionSet options) {
    return with(request.with(options));
  }

  private CaptureSetup with(ExportRequest other) {
    return new CaptureSetup(session, other, ifThere, surroundings);
  }
}
