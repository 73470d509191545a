package io.cqlai.parquet.examples.shell;

import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import com.github.freva.asciitable.AsciiTable;
import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.report.TransferReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what statements return: tables of rows, reports in a few lines. */
public final class ResultPrinter {

  private static final String CREATE_STATEMENT = "create_statement";

  /** Rows printed in one table; a result of a million rows is so printed in a bounded memory. */
  private static final int ROWS_PER_TABLE = 1_000;

  private ResultPrinter() {}

  /** Prints a result; statements that return nothing print nothing. */
  public static void print(StatementResult result, PrintStream out) {
    print(result, out, () -> {});
  }

  /**
   * Prints a result of which more may have to be read.
   *
   * @param beforeRows runs before rows are printed, to take away what stands in their way
   */
  static void print(StatementResult result, PrintStream out, Runnable beforeRows) {
    if (result instanceof StatementResult.Exported exported) {
      print("Exported", exported.report(), out);
    } else if (result instanceof StatementResult.Imported imported) {
      print("Imported", imported.report(), out);
    } else if (result instanceof StatementResult.Verified verified) {
      VerifyPrinter.print(verified.report(), out);
    } else if (result instanceof StatementResult.Plan plan) {
      out.println(plan.plan());
    } else if (result instanceof StatementResult.Rows rows) {
      print(rows.rows(), out, beforeRows);
    } else {
      CapturePrinter.print(result, out);
    }
  }

  private static void print(String verb, TransferReport report, PrintStream out) {
    Duration took = Duration.between(report.started(), report.ended());
    out.printf(
        Locale.ROOT,
        "%s %s in %.1f s (%,d bytes, %s, %s)%n",
        verb,
        counted(report.rowsWritten(), "row"),
        took.toMillis() / 1000.0,
        report.bytes(),
        counted(report.rowGroups(), "row group"),
        report.consistency());
    if (report.rowsRejected() > 0) {
      out.printf(Locale.ROOT, "Rejected: %,d rows%n", report.rowsRejected());
    }
    if (report.rowsSkipped() > 0) {
      out.printf(Locale.ROOT, "Skipped: %,d rows%n", report.rowsSkipped());
    }
    printFootnotes(report.losses(), report.warnings(), out);
  }

  static void printFootnotes(List<Loss> losses, List<String> warnings, PrintStream out) {
    for (Loss loss : losses) {
      out.printf(
          Locale.ROOT, "Lost in %s: %s, %,d values%n", loss.column(), loss.what(), loss.count());
    }
    warnings.forEach(warning -> out.println("Warning: " + warning));
  }

  private static void print(ResultSet rows, PrintStream out, Runnable beforeRows) {
    ColumnDefinitions columns = rows.getColumnDefinitions();
    if (columns.size() == 0) {
      return;
    }
    if (columns.contains(CREATE_STATEMENT)) {
      rows.forEach(row -> out.println(row.getString(CREATE_STATEMENT)));
      return;
    }
    String[] header = new String[columns.size()];
    for (int i = 0; i < header.length; i++) {
      header[i] = columns.get(i).getName().asInternal();
    }
    long count = 0;
    List<String[]> batch = new ArrayList<>();
    for (Row row : rows) {
      batch.add(cells(row));
      count++;
      if (batch.size() == ROWS_PER_TABLE) {
        beforeRows.run();
        out.println(AsciiTable.getTable(header, batch.toArray(String[][]::new)));
        batch.clear();
      }
    }
    beforeRows.run();
    if (!batch.isEmpty() || count == 0) {
      out.println(AsciiTable.getTable(header, batch.toArray(String[][]::new)));
    }
    out.println("(" + counted(count, "row") + ")");
  }

  static String counted(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static String[] cells(Row row) {
    String[] cells = new String[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.isNull(i) ? "null" : cell(row, i);
    }
    return cells;
  }

  private static String cell(Row row, int i) {
    if (DataTypes.TEXT.equals(row.getType(i)) || DataTypes.ASCII.equals(row.getType(i))) {
      return String.valueOf(row.getString(i));
    }
    TypeCodec<Object> codec = row.codecRegistry().codecFor(row.getType(i));
    return codec.format(row.get(i, codec));
  }
}
