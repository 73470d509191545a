package io.cqlai.parquet.internal.run;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.session.Request;
import io.cqlai.parquet.internal.capture.CapturedParts;
import io.cqlai.parquet.internal.plan.CapturePlanner;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.plan.Source;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.progress.ProgressListener;
import io.cqlai.parquet.report.ExportReport;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** The queries of a capture: each becomes a part, or leaves nothing. */
public final class CaptureRun {

  private final CapturePlanner planner;
  private final CapturedParts parts;

  /** Makes what runs the queries of one capture. */
  public CaptureRun(CapturePlanner planner, CapturedParts parts) {
    this.planner = planner;
    this.parts = parts;
  }

  /**
   * Runs a query, each page written while the next is on its way.
   *
   * @return what the export of the query tells
   * @throws io.cqlai.parquet.error.TransferException when it fails; then nothing of it is captured
   */
  public ExportReport query(Job<?> job, Source query) {
    try (PartFile part = parts.newPart()) {
      ExportPlan plan = planner.plan(job, query, part);
      parts.require(CapturePlanner.format(plan));
      job.meter().pagesAbout(planner.pagesAbout(job, plan));
      ExportReport report = ExportRun.run(job, plan, planner.remedyOfRejects());
      parts.join(
          part,
          CapturePlanner.format(plan),
          plan.subject(),
          report.rowsWritten(),
          report.bytes(),
          report.losses());
      return report;
    } catch (IOException e) {
      throw job.failed(e);
    }
  }

  /**
   * Writes the pages of a result, from where it stands to its end.
   *
   * @return how many rows there were
   */
  public long write(Job<?> job, AsyncResultSet first) {
    String query = text(first.getExecutionInfo());
    try (PartWriter writer =
        PartWriter.open(planner, parts, first.getColumnDefinitions(), query, job.meter())) {
      AsyncResultSet page = first;
      job.meter().pageCame();
      while (page.hasMorePages()) {
        CompletionStage<AsyncResultSet> next = page.fetchNextPage();
        write(page, writer);
        job.meter().pageCame();
        page = job.await(next, "Reading the rest of \"" + query + "\"");
      }
      write(page, writer);
      return writer.finish();
    }
  }

  private static void write(AsyncResultSet page, PartWriter writer) {
    for (Row row : page.currentPage()) {
      writer.add(row);
    }
  }

  /**
   * Returns a view of a result that captures each row as it is handed out.
   *
   * @param pagesAbout about how many pages it has; 0 where nothing tells
   */
  public CaptureTee tee(ResultSet rows, ProgressListener listener, long pagesAbout) {
    Meter meter = new Meter(listener);
    meter.pagesAbout(pagesAbout);
    String query = text(rows.getExecutionInfo());
    return new CaptureTee(
        rows, PartWriter.open(planner, parts, rows.getColumnDefinitions(), query, meter), meter);
  }

  private static String text(ExecutionInfo info) {
    Request request = info.getRequest();
    if (request instanceof SimpleStatement simple) {
      return simple.getQuery();
    }
    return request instanceof BoundStatement bound
        ? bound.getPreparedStatement().getQuery()
        : request.toString();
  }
}
