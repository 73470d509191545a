package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.report.ExportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts an export, looks at its progress and cancels it; no file is left. */
public final class CancelTransfer {

  private CancelTransfer() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(CancelTransfer::run);
  }

  static void run(CqlSession session, Path directory) {
    Path file = directory.resolve("cancelled.parquet");
    try (TransferHandle<ExportReport> export =
        ParquetExporter.on(session).table("users").to(file).start()) {
      System.out.println("So far: " + export.progress().rows() + " rows");
      export.cancel();
      System.out.println("It had ended before: " + export.await().rowsWritten() + " rows");
    } catch (TransferException e) {
      if (e.code() != ErrorCode.CANCELLED) {
        throw e;
      }
      System.out.println("Cancelled; a file is there: " + Files.exists(file));
    }
  }
}
