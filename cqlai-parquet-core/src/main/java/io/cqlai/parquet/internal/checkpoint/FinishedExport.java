package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.Loss;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report of an export that has published its file, as the journal has it: without the digest,
 * which could be compared with that of a row that is guessed.
 */
record FinishedExport(
    String subject,
    long rowsRead,
    long rowsWritten,
    long rowsRejected,
    long bytes,
    long rowGroups,
    List<String> files,
    String consistency,
    String started,
    String ended,
    List<Loss> losses,
    long tokenRanges) {

  static FinishedExport of(ExportReport report) {
    return new FinishedExport(
        report.subject(),
        report.rowsRead(),
        report.rowsWritten(),
        report.rowsRejected(),
        report.bytes(),
        report.rowGroups(),
        report.files(),
        report.consistency(),
        report.started().toString(),
        report.ended().toString(),
        report.losses(),
        report.tokenRanges());
  }

  ExportReport report(String warning, Optional<String> digest) {
    return new ExportReport(
        subject,
        rowsRead,
        rowsWritten,
        rowsRejected,
        0,
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
}
