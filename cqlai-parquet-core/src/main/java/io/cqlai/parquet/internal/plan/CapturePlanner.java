package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.QueryResult;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.schema.RowSchema;

/** Makes the queries of a capture into plans, as the capture's options say. */
public final class CapturePlanner {

  private static final int PAGE_ROWS = 5_000;

  private final CqlSession session;
  private final ExportRequest request;

  /**
   * Checks the options as far as they can be checked before there is a query.
   *
   * @param request the options and the access; source and target are not looked at
   * @throws TransferException when one is wrong
   */
  public CapturePlanner(CqlSession session, ExportRequest request) {
    this.session = session;
    this.request = request;
    OptionSet options = request.options();
    refuseOtherFormats(options.text(CopyOption.FORMAT).orElse(Format.PARQUET.name()));
    FileMetadata.refuseOurs(JsonOption.strings(options, CopyOption.METADATA));
    JsonOption.strings(options, CopyOption.TYPES);
    OutputFormats.settings(options, rowGroupBytes());
    requests();
  }

  private static void refuseOtherFormats(String format) {
    if (!format.equals(Format.PARQUET.name())) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "Results are not captured to " + format + " by this version",
          "Capture to PARQUET, or export one query with COPY (SELECT …) TO");
    }
  }

  /**
   * Checks the place that a capture goes to.
   *
   * @throws TransferException when its name is that of a directory, or does not tell the format
   */
  public void checkPlace(String place) {
    FileFormat.refuseDirectory(place);
    Format format = FileFormat.ofTarget(place, request.options());
    if (format != Format.PARQUET) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "A capture of this version writes Parquet only, and '" + place + "' is to be " + format,
          "Name the file with .parquet, or export with COPY (SELECT …) TO");
    }
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
    return new CaptureFormat(plan.rows(), (ParquetFormat) plan.format());
  }

  /**
   * Returns how the rows of a result are written that somebody else has asked for.
   *
   * @param query the query's text
   * @throws TransferException when they cannot be written
   */
  public CaptureFormat format(ColumnDefinitions columns, String query) {
    RowSchema rows = QueryResult.columns(columns);
    return new CaptureFormat(
        rows, OutputFormats.parquet(rows, null, query, request.options(), rowGroupBytes()));
  }

  private long rowGroupBytes() {
    return new Parallelism(session, request.options()).rowGroupBytes(1);
  }
}
