package io.cqlai.parquet.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an export did.
 *
 * @param tokenRanges how many token ranges were read; 1 for a query that ran as it was
 * @param digest the digest of the rows that the file holds, in 32 hexadecimal digits: equal for
 *     equal rows in any order. The file has it too, by slice of the ring; empty for text
 */
public record ExportReport(
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
    long tokenRanges,
    Optional<String> digest)
    implements TransferReport {

  public ExportReport {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
    losses = List.copyOf(losses);
  }
}
