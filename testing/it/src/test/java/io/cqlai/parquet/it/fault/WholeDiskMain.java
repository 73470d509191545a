package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exports and captures more than there is room for, then less, in a JVM of its own; prints what
 * became of each and the files that there are then.
 */
final class WholeDiskMain {

  private WholeDiskMain() {}

  /** Takes host, port, keyspace, directory, and the bytes of a row group. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[3]);
    Path file = directory.resolve("a.parquet");
    long rowGroupBytes = Long.parseLong(arguments[4]);
    try (RunningCassandra server = RunningCassandra.at(arguments[0], arguments[1]);
        CqlSession session = server.newSession(arguments[2])) {
      ParquetExporter stock =
          ParquetExporter.on(session).table("stock").rowGroupBytes(rowGroupBytes).to(file);
      for (int writers = 1; writers <= 2; writers++) {
        ParquetExporter door = stock.writers(writers);
        tell("export of " + writers, directory, door::export);
      }
      tell(
          "capture",
          directory,
          () -> {
            try (CaptureSession capture =
                CaptureSession.on(session).rowGroupBytes(rowGroupBytes).to(file).open()) {
              capture.query("SELECT * FROM stock");
            }
          });
      tell("small export", directory, () -> stock.limit(10).export());
    }
  }

  private static void tell(String what, Path directory, Runnable run) throws IOException {
    String end = "done";
    try {
      run.run();
    } catch (TransferException e) {
      end = e.code() + " " + e.getMessage().replace('\n', ' ');
    }
    Released.await(directory);
    System.out.println(what + ": " + end + " " + names(directory));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
