package io.cqlai.parquet.examples.shell;

import io.cqlai.parquet.report.Difference;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.VerifyReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Prints what a VERIFY has found. */
final class VerifyPrinter {

  private VerifyPrinter() {}

  static void print(VerifyReport report, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s: %s%s%n",
        report.isEqual() ? "Verified" : "Differs",
        ResultPrinter.counted(report.fileRows(), "row"),
        report.tableRows().isPresent()
            ? " in the file, "
                + ResultPrinter.counted(report.tableRows().getAsLong(), "row")
                + " in "
                + report.table().orElseThrow()
            : "");
    report.checked().forEach(sentence -> out.println("Checked: " + sentence));
    new TreeMap<>(report.counts())
        .forEach((kind, count) -> out.printf(Locale.ROOT, "%s: %,d%n", words(kind), count));
    for (Difference difference : report.differences()) {
      String columns = String.join(", ", difference.columns());
      out.println(
          "  "
              + words(difference.kind())
              + ": "
              + difference.where()
              + (columns.isEmpty() ? "" : " (" + columns + ")"));
    }
    ResultPrinter.printFootnotes(List.of(), report.warnings(), out);
  }

  private static String words(DifferenceKind kind) {
    String words = kind.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
