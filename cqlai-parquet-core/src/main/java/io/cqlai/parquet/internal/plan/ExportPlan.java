package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.dataset.ExportFiles;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * An export that is checked and complete: all that can be decided before the first row is decided.
 *
 * @param reading how the rows are read
 * @param writers how many threads encode at most
 * @param limit the most rows in all; {@code Long.MAX_VALUE} for no bound
 * @param format how the rows become a file
 * @param digests how the digest of the rows is made that each file gets, if it has room for one
 * @param files the file or files that it makes; for one run
 * @param maxErrors how many rows may not fit; {@code Long.MAX_VALUE} for no bound
 * @param rejects where they go, or null
 * @param checkpoint where it keeps what it has done, if it does
 * @param printed the plan for people
 */
public record ExportPlan(
    ReadPlan reading,
    int writers,
    long limit,
    OutputFormat format,
    Optional<RowDigests> digests,
    ExportFiles files,
    long maxErrors,
    @Nullable RejectTarget rejects,
    Optional<ExportCheckpoint> checkpoint,
    TransferPlan printed) {

  /** Returns the table as CQL writes it, or the query. */
  public String subject() {
    return reading.subject();
  }

  /** Returns how the requests are sent. */
  public Requests requests() {
    return reading.requests();
  }

  /** Returns what a row is made of. */
  public RowSchema rows() {
    return reading.rows();
  }

  /** Returns what is read. */
  public List<ScanUnit> units() {
    return reading.units();
  }

  /** Returns a row's primary key as CQL; see {@link ReadPlan#keyOf}. */
  public String keyOf(RowView row) {
    return reading.keyOf(row);
  }
}
