package io.cqlai.parquet.report;

import java.time.Instant;
import java.util.List;

/**
 * What a transfer did. For each, {@code rowsRead = rowsWritten + rowsRejected + rowsSkipped}; for
 * one that failed, rows whose fate was still open are in {@code rowsRead} alone.
 */
public sealed interface TransferReport permits ExportReport, ImportReport {

  /** Returns the table as CQL writes it, or the query's text where a query was exported. */
  String subject();

  /** Returns how many rows were read from the source. */
  long rowsRead();

  /** Returns how many rows the target holds of it; an import counts statements. */
  long rowsWritten();

  /** Returns how many rows did not fit or were refused. */
  long rowsRejected();

  /** Returns how many rows were left out on purpose. */
  long rowsSkipped();

  /** Returns the size in bytes of the files written or read. */
  long bytes();

  /** Returns how many row groups were written or read. */
  long rowGroups();

  /** Returns the files written or read, by path or URI. */
  List<String> files();

  /** Returns the consistency level of the requests, for example {@code LOCAL_QUORUM}. */
  String consistency();

  /** Returns when it started. */
  Instant started();

  /** Returns when it ended. */
  Instant ended();

  /** Returns what a caller should know, each a sentence; empty when there is nothing. */
  List<String> warnings();

  /** Returns the values that arrived with less than they had, per column. */
  List<Loss> losses();

  /** Returns the report as a JSON object on several lines, with the field names of this type. */
  default String toJson() {
    return ReportJson.write(this);
  }
}
