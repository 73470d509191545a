package io.cqlai.parquet.report;

import java.time.Instant;
import java.util.List;

/**
 * What an import did.
 *
 * @param outcomeUnknown rows, among the rejected, of which nobody knows whether they were applied
 */
public record ImportReport(
    String subject,
    long rowsRead,
    long rowsWritten,
    long rowsRejected,
    long rowsSkipped,
    long bytes,
    long rowGroups,
    List<String> files,
    String consistency,
    Instant started,
    Instant ended,
    List<String> warnings,
    List<Loss> losses,
    long outcomeUnknown)
    implements TransferReport {

  public ImportReport {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
    losses = List.copyOf(losses);
  }
}
