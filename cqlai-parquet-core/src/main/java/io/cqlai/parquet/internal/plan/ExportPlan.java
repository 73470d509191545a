package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.Rate;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.scan.PageBudget;
import io.cqlai.parquet.internal.scan.PageSizer;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;
import io.cqlai.parquet.spi.StagedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * An export that is checked and complete: all that can be decided before the first row is decided.
 *
 * @param subject the table as CQL writes it, or the query
 * @param requests how the requests are sent
 * @param rows what a row is made of
 * @param units what is read
 * @param sizer how large the pages are
 * @param budget how much of the heap pages may take together
 * @param concurrency how many pages are asked for at once
 * @param writers how many threads encode at most
 * @param rate the bound on speed, if any
 * @param limit the most rows in all; {@code Long.MAX_VALUE} for no bound
 * @param format how the rows become a file
 * @param target the file
 * @param maxErrors how many rows may not fit; {@code Long.MAX_VALUE} for no bound
 * @param rejects where they go, or null
 * @param checkpoint where it keeps what it has done, if it does
 * @param printed the plan for people
 */
public record ExportPlan(
    String subject,
    Requests requests,
    RowSchema rows,
    List<ScanUnit> units,
    PageSizer sizer,
    PageBudget budget,
    int concurrency,
    int writers,
    Optional<Rate> rate,
    long limit,
    OutputFormat format,
    StagedFile target,
    long maxErrors,
    @Nullable RejectTarget rejects,
    Optional<ExportCheckpoint> checkpoint,
    TransferPlan printed) {

  /**
   * Returns a row's primary key as CQL, as far as the row has it, or all its cells where no column
   * is the key's.
   */
  public String keyOf(RowView row) {
    boolean keyed = rows.columns().stream().anyMatch(column -> column.role().isKey());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Column column = rows.column(i);
      boolean told = keyed ? column.role().isKey() && row.cell(i) != null : true;
      if (told) {
        String value = row.cell(i) == null ? "null" : CellText.format(column.type(), row.cell(i));
        parts.add(column.cqlName() + " = " + value);
      }
    }
    return String.join(" AND ", parts);
  }
}
