package io.cqlai.parquet.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a verification has found.
 *
 * @param file the file, by path or URI
 * @param table the table that it was compared with, as CQL writes it; empty where there was none
 * @param fileRows how many rows the file has
 * @param tableRows how many rows the table has; empty where there was none
 * @param rowGroups how many row groups were read
 * @param bytes the size of the file
 * @param digest the digest of the file's rows as they were read, in 32 hexadecimal digits, to be
 *     compared with that of an {@link ExportReport}; empty where it carries none
 * @param checked what was looked at, each a sentence
 * @param counts how many differences of each kind were found; kinds without one are left out
 * @param differences the first of them, 100 at most
 * @param consistency the consistency level with which the table was read
 * @param started when it started
 * @param ended when it ended
 * @param warnings what a caller should know, each a sentence; empty when there is nothing
 */
public record VerifyReport(
    String file,
    Optional<String> table,
    long fileRows,
    OptionalLong tableRows,
    long rowGroups,
    long bytes,
    Optional<String> digest,
    List<String> checked,
    Map<DifferenceKind, Long> counts,
    List<Difference> differences,
    String consistency,
    Instant started,
    Instant ended,
    List<String> warnings) {

  public VerifyReport {
    checked = List.copyOf(checked);
    counts = Map.copyOf(counts);
    differences = List.copyOf(differences);
    warnings = List.copyOf(warnings);
  }

  /** Tells whether no difference was found. */
  public boolean isEqual() {
    return counts.isEmpty();
  }

  /** Returns how many differences of a kind were found. */
  public long count(DifferenceKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Returns the report as a JSON object on several lines, with the field names of this type. */
  public String toJson() {
    return VerifyJson.write(this);
  }
}
