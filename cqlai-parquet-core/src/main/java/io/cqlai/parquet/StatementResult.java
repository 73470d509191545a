package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferPlan;

/** What a statement ended in. A statement that failed ends in an exception instead. */
public sealed interface StatementResult {

  /** A COPY … TO has published its file. */
  record Exported(ExportReport report) implements StatementResult {}

  /** A COPY … FROM has loaded its files. */
  record Imported(ImportReport report) implements StatementResult {}

  /** An EXPLAIN COPY has made its plan; nothing was moved. */
  record Plan(TransferPlan plan) implements StatementResult {}

  /**
   * A CQL statement was run on the session.
   *
   * @param rows its result; empty, and without columns, for statements that return none
   */
  record Rows(ResultSet rows) implements StatementResult {}
}
