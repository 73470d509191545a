package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import io.cqlai.parquet.report.CaptureReport;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.report.VerifyReport;
import java.util.Optional;

/** What a statement ended in. A statement that failed ends in an exception instead. */
public sealed interface StatementResult {

  /** A COPY … TO has published its file. */
  record Exported(ExportReport report) implements StatementResult {}

  /** A COPY … FROM has loaded its files. */
  record Imported(ImportReport report) implements StatementResult {}

  /** An EXPLAIN COPY has made its plan; nothing was moved. */
  record Plan(TransferPlan plan) implements StatementResult {}

  /** A VERIFY has come to its end; whether it found differences is in its report. */
  record Verified(VerifyReport report) implements StatementResult {}

  /**
   * A CAPTURE has begun: results of SELECTs go to its file from here on.
   *
   * @param capture where they go, with nothing captured yet
   * @param silent whether rows are not shown
   */
  record CaptureStarted(CaptureReport capture, boolean silent) implements StatementResult {}

  /**
   * A CAPTURE alone has asked what is captured.
   *
   * @param capture what was captured so far; empty while there is no capture
   */
  record CaptureState(Optional<CaptureReport> capture) implements StatementResult {}

  /** A CAPTURE OFF has published the file; or made none, where no query was captured. */
  record CaptureEnded(CaptureReport capture) implements StatementResult {}

  /**
   * A SELECT was captured and is not to be shown.
   *
   * @param rows how many rows it returned
   * @param capture what was captured so far, with these
   */
  record Captured(long rows, CaptureReport capture) implements StatementResult {}

  /**
   * A CQL statement was run on the session.
   *
   * @param rows its result; empty, and without columns, for statements that return none. While a
   *     capture is on, the rows of a SELECT are captured as they are taken, and count when the last
   *     one has been
   */
  record Rows(ResultSet rows) implements StatementResult {}
}
