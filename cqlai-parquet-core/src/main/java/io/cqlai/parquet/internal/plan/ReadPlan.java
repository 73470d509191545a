package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.Rate;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.scan.PageBudget;
import io.cqlai.parquet.internal.scan.PageSizer;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How rows are read from Cassandra; for one reading.
 *
 * @param subject the table as CQL writes it, or the query
 * @param table the table; empty for a query
 * @param requests how the requests are sent
 * @param rows what a row is made of
 * @param units what is read
 * @param sizer how large the pages are
 * @param budget how much of the heap pages may take together
 * @param concurrency how many pages are asked for at once
 * @param rate the bound on speed, if any
 */
public record ReadPlan(
    String subject,
    Optional<TableSchema> table,
    Requests requests,
    RowSchema rows,
    List<ScanUnit> units,
    PageSizer sizer,
    PageBudget budget,
    int concurrency,
    Optional<Rate> rate) {

  /** Returns how the rows of a selection are read. */
  static ReadPlan of(Requests requests, Selection selection, OptionSet options) {
    Parallelism parallelism = new Parallelism(requests.session(), options);
    int mostPerPage = mostPerPage(options);
    boolean bounded = RowBounds.areBounded(selection.rows());
    PageSizer sizer =
        bounded
            ? PageSizer.bounded(mostPerPage)
            : PageSizer.unbounded(mostPerPage, selection.estimate().meanPartitionBytes());
    return new ReadPlan(
        selection.subject(),
        selection.table(),
        requests,
        selection.rows(),
        selection.units(),
        sizer,
        new PageBudget(parallelism.pagesBytes(), selection.rows().size(), bounded),
        parallelism.readRequests(),
        options.rate());
  }

  private static int mostPerPage(OptionSet options) {
    long page = options.number(CopyOption.PAGESIZE).orElse(5_000);
    return (int) Math.min(page, options.number(CopyOption.CHUNKSIZE).orElse(10_000));
  }

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
