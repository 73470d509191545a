package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.QueryResult;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.schema.RowSchema;
import javax.annotation.Nullable;

/** Makes the queries of a capture into plans, as the capture's options say. */
public final class CapturePlanner {

  private static final int PAGE_ROWS = 5_000;

  private final CqlSession session;
  private final ExportRequest request;
  private final Format format;

  /**
   * Checks the options, and the name of the place that the capture goes to, as far as they can be
   * checked before there is a query.
   *
   * @param request the options, the access and the target; the source is not looked at
   * @throws TransferException when one is wrong, or nothing tells the format
   */
  public CapturePlanner(CqlSession session, ExportRequest request) {
    this.session = session;
    OptionSet options = request.options();
    this.format = format(request.target(), options);
    this.request =
        options.has(CopyOption.FORMAT)
            ? request
            : request.with(options.with(CopyOption.FORMAT, format));
    OutputFormats.check(format, options, rowGroupBytes());
    requests();
  }

  private static Format format(@Nullable Target target, OptionSet options) {
    if (target instanceof Target.Place place) {
      FileFormat.refuseDirectory(place.text());
      return FileFormat.ofTarget(place.text(), options);
    }
    return FileFormat.ofUnnamed(options);
  }

  /** Returns the format of the file. */
  public Format format() {
    return format;
  }

  /** Returns what can be done about a row that does not fit, as a sentence. */
  public String remedyOfRejects() {
    return (format == Format.PARQUET
            ? "Choose another type for the column with TYPES or PROFILE='MIGRATION'"
            : "Choose another ENCODING, such as UTF-8")
        + "; nothing of this query was captured, and the capture goes on";
  }

  /** Returns how queries are sent. */
  public Requests requests() {
    return ExportPlanner.requests(session, request.options());
  }

  /** Returns the most rows of a page. */
  public int pageRows() {
    return (int) request.options().number(CopyOption.PAGESIZE).orElse(PAGE_ROWS);
  }

  /**
   * Plans a query as an export of its own, to a part of the capture.
   *
   * @throws TransferException when it cannot run
   */
  public ExportPlan plan(Awaiting waiter, Source query, PartFile part) {
    return ExportPlanner.plan(session, waiter, request.from(query).to(new Target.Given(part)));
  }

  /** Returns about how many pages a planned query has; 0 where nothing tells. */
  public long pagesAbout(Awaiting waiter, ExportPlan plan) {
    PreparedStatement query = plan.units().get(0).statement().getPreparedStatement();
    return pagesAbout(waiter, plan.subject(), query.getResultSetDefinitions());
  }

  /** Returns about how many pages a query has that returned such columns; 0 where nothing tells. */
  public long pagesAbout(Awaiting waiter, String query, ColumnDefinitions columns) {
    return PageEstimate.of(requests(), waiter, query, columns, pageRows());
  }

  /** Returns how the rows of a planned query are written. */
  public static CaptureFormat format(ExportPlan plan) {
    return new CaptureFormat(plan.rows(), plan.format());
  }

  /**
   * Returns how the rows of a result are written that somebody else has asked for.
   *
   * @param query the query's text
   * @throws TransferException when they cannot be written
   */
  public CaptureFormat format(ColumnDefinitions columns, String query) {
    RowSchema rows = QueryResult.columns(columns);
    OptionSet options = request.options();
    return new CaptureFormat(
        rows,
        format == Format.PARQUET
            ? OutputFormats.parquet(rows, null, query, options, rowGroupBytes())
            : OutputFormats.text(format, rows, options));
  }

  private long rowGroupBytes() {
    return new Parallelism(session, request.options()).rowGroupBytes(1, Long.MAX_VALUE);
  }
}
