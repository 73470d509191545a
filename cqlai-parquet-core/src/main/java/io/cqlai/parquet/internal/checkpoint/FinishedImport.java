package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import java.time.Instant;
import java.util.List;

/**
 * The report of an import that has come to its end, as the journal has it: without its warnings,
 * which may name keys.
 */
record FinishedImport(
    String subject,
    long rowsRead,
    long rowsWritten,
    long rowsRejected,
    long rowsSkipped,
    long bytes,
    long rowGroups,
    List<String> files,
    String consistency,
    String started,
    String ended,
    List<Loss> losses,
    long outcomeUnknown) {

  static FinishedImport of(ImportReport report) {
    return new FinishedImport(
        report.subject(),
        report.rowsRead(),
        report.rowsWritten(),
        report.rowsRejected(),
        report.rowsSkipped(),
        report.bytes(),
        report.rowGroups(),
        report.files(),
        report.consistency(),
        report.started().toString(),
        report.ended().toString(),
        report.losses(),
        report.outcomeUnknown());
  }

  ImportReport report(String warning) {
    return new ImportReport(
        subject,
        rowsRead,
        rowsWritten,
        rowsRejected,
        rowsSkipped,
        bytes,
        rowGroups,
        files,
        consistency,
        Instant.parse(started),
        Instant.parse(ended),
        List.of(warning),
        losses,
        outcomeUnknown);
  }
}
