package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.report.TransferReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report of a job that has come to its end, as the journal has it: without warnings, which may
 * name keys, and without a digest, which could be compared with that of a row that is guessed.
 *
 * @param tokenRanges of an export; 0 of an import
 * @param outcomeUnknown of an import; 0 of an export
 */
record FinishedJob(
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
    long tokenRanges,
    long outcomeUnknown) {

  static FinishedJob of(TransferReport report) {
    return new FinishedJob(
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
        report instanceof ExportReport export ? export.tokenRanges() : 0,
        report instanceof ImportReport load ? load.outcomeUnknown() : 0);
  }

  ExportReport exported(String warning, Optional<String> digest) {
    return new ExportReport(
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
        tokenRanges,
        digest);
  }

  ImportReport imported(String warning) {
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
