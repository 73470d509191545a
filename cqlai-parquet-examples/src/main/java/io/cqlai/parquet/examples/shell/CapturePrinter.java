package io.cqlai.parquet.examples.shell;

import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.report.CaptureReport;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what CAPTURE statements return; rows that are captured silently print nothing. */
final class CapturePrinter {

  private CapturePrinter() {}

  static void print(StatementResult result, PrintStream out) {
    if (result instanceof StatementResult.CaptureStarted started) {
      out.println(
          "Capturing to "
              + started.capture().target()
              + (started.silent() ? ", without showing rows" : "")
              + "; CAPTURE OFF ends it");
    } else if (result instanceof StatementResult.CaptureState state) {
      out.println(
          state
              .capture()
              .map(now -> "Capturing to " + now.target() + ": " + soFar(now) + " so far")
              .orElse("Nothing is being captured"));
    } else if (result instanceof StatementResult.CaptureEnded ended) {
      print(ended.capture(), out);
    }
  }

  private static void print(CaptureReport report, PrintStream out) {
    for (String file : report.files()) {
      out.printf(
          Locale.ROOT, "Captured %s to %s (%,d bytes)%n", soFar(report), file, report.bytes());
    }
    ResultPrinter.printFootnotes(report.losses(), report.warnings(), out);
  }

  private static String soFar(CaptureReport report) {
    return ResultPrinter.counted(report.rows(), "row")
        + " of "
        + (report.queries() == 1 ? "1 query" : report.queries() + " queries");
  }
}
