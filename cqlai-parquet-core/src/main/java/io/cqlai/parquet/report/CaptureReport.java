package io.cqlai.parquet.report;

import java.time.Instant;
import java.util.List;

/**
 * What a capture has gathered, while it goes on or after its end.
 *
 * @param target the file that it goes to, by path or URI
 * @param queries how many queries' results are in it
 * @param rows how many rows these have
 * @param bytes the size of the published file, or of what is kept for it so far
 * @param files the file, once it was published; empty before, after a discard, and where no query
 *     ran
 * @param started when it was opened
 * @param ended when it ended, or when this report was made where it goes on
 * @param warnings what a caller should know, each a sentence; empty when there is nothing
 * @param losses the values that arrived with less than they had, per column
 */
public record CaptureReport(
    String target,
    long queries,
    long rows,
    long bytes,
    List<String> files,
    Instant started,
    Instant ended,
    List<String> warnings,
    List<Loss> losses) {

  public CaptureReport {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
    losses = List.copyOf(losses);
  }
}
