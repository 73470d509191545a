package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.Rate;
import io.cqlai.parquet.internal.checkpoint.CheckpointPlan;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.load.WriteTime;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.spi.StagedFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * An import that is checked and complete: all that can be decided before the first row is decided.
 *
 * @param table the table
 * @param requests how the requests are sent
 * @param files the files in their order
 * @param writeTime the write time of all rows
 * @param ttl the time to live in seconds; empty for the table's own
 * @param skipRows how many rows are passed over at the start
 * @param maxRows the most rows after those; {@code Long.MAX_VALUE} for no bound
 * @param chunkRows the most rows of a chunk
 * @param readers how many threads read the files' parts at most
 * @param concurrency the most requests in flight
 * @param rate the bound on speed, if any
 * @param maxErrors how many rows may be rejected; {@code Long.MAX_VALUE} for no bound
 * @param checkpoint where it keeps what it has done, if it does
 * @param printed the plan for people
 */
public record ImportPlan(
    TableSchema table,
    Requests requests,
    List<PlannedFile> files,
    WriteTime writeTime,
    OptionalInt ttl,
    long skipRows,
    long maxRows,
    int chunkRows,
    int readers,
    int concurrency,
    Optional<Rate> rate,
    long maxErrors,
    Optional<CheckpointPlan> checkpoint,
    TransferPlan printed) {

  public ImportPlan {
    files = List.copyOf(files);
  }

  /** Tells whether rejected rows are written to a file. */
  public boolean keepsRejects() {
    return !errorFileNames().isEmpty();
  }

  /** Returns the names of the files that rejected rows go to: one for each schema. */
  public List<String> errorFileNames() {
    return files.stream()
        .map(PlannedFile::errorFile)
        .flatMap(Stream::ofNullable)
        .map(StagedFile::name)
        .distinct()
        .toList();
  }
}
