package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@link DiskFaultsTest} runs in a JVM whose file system is the {@link FaultyDisk}. */
final class DiskFaultsMain {

  static final int ROWS = 300;
  static final int LARGE_ROWS = 4_000;
  private static final long ODD = Stock.odd(ROWS);
  private static final String FILE = "a.parquet";
  private static final String ERRORS = "errors.parquet";

  private final CqlSession session;
  private final Path source;
  private int mostThreads;

  private DiskFaultsMain(CqlSession session, Path source) {
    this.session = session;
    this.source = source;
  }

  /** Takes host, port, keyspace and a directory. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[3]).toRealPath();
    try (RunningCassandra server = RunningCassandra.at(arguments[0], arguments[1]);
        CqlSession session = server.newSession(arguments[2])) {
      DiskFaultsMain faults = new DiskFaultsMain(session, directory.resolve("source.parquet"));
      faults.export(faults.source).export();
      for (DiskScenario scenario : faults.scenarios()) {
        for (DiskCalls.Failing which : DiskCalls.Failing.values()) {
          System.out.println(new DiskTrial(directory, scenario).run(which));
        }
      }
      if (faults.mostThreads == 1) {
        throw new AssertionError("no export was encoded by more than one thread");
      }
    }
    System.out.println("all ended as they should");
  }

  private List<DiskScenario> scenarios() {
    return List.of(
        new DiskScenario(
            "an export over a file",
            DiskFaultsMain::oldFile,
            in -> export(in.resolve(FILE)).writers(1).export(),
            1,
            Map.of(FILE, (long) ROWS)),
        new DiskScenario(
            "an export of several threads",
            DiskFaultsMain::oldFile,
            this::exportByThreads,
            60,
            Map.of(FILE, (long) LARGE_ROWS)),
        new DiskScenario(
            "an export to a new file",
            DiskFaultsMain::nothing,
            this::exportToNewFile,
            1,
            Map.of(FILE, (long) ROWS)),
        new DiskScenario(
            "an export with rejects",
            DiskFaultsMain::oldFile,
            in ->
                export(in.resolve(FILE))
                    .types(Map.of("price", "DECIMAL(9,2)"))
                    .maxErrors(-1)
                    .errorFile(in.resolve(ERRORS))
                    .export(),
            1,
            Map.of(FILE, ROWS - ODD, ERRORS, ODD)),
        new DiskScenario(
            "an import with rejects",
            DiskFaultsMain::nothing,
            in ->
                ParquetImporter.on(session)
                    .table("coded")
                    .from(source)
                    .maxErrors(-1)
                    .errorFile(in.resolve(ERRORS))
                    .load(),
            1,
            Map.of(ERRORS, ODD)),
        new DiskScenario(
            "a capture that is closed",
            DiskFaultsMain::oldFile,
            this::closedCapture,
            1,
            Map.of(FILE, 2L * ROWS)),
        new DiskScenario(
            "a capture that is tried again",
            DiskFaultsMain::oldFile,
            in -> triedAgain(CaptureSession.on(session).to(in.resolve(FILE)).open()),
            1,
            Map.of(FILE, 2L * ROWS)),
        new DiskScenario(
            "a capture that adds to a file",
            this::wholeFile,
            in -> triedAgain(CaptureSession.on(session).append().to(in.resolve(FILE)).open()),
            1,
            Map.of(FILE, 3L * ROWS)));
  }

  private static void nothing(Path directory) {
    // Nothing stands there.
  }

  private static void oldFile(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE), "what stood here before");
  }

  /**
   * A capture adds to what was captured; an export's file has other columns: its key is required.
   */
  private void wholeFile(Path directory) {
    try (CaptureSession capture = CaptureSession.on(session).to(directory.resolve(FILE)).open()) {
      capture.query("SELECT * FROM stock");
    }
  }

  private ParquetExporter export(Path file) {
    return ParquetExporter.on(session).table("stock").chunkRows(150).to(file);
  }

  /** A file that was published stays, also when the directory could not be flushed. */
  private void exportToNewFile(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(FILE));
    export(directory.resolve(FILE)).ifExists(IfExists.ERROR).export();
  }

  private void exportByThreads(Path directory) {
    AtomicInteger threads = new AtomicInteger();
    ParquetExporter.on(session)
        .table("large")
        .chunkRows(200)
        .compression(Compression.GZIP)
        .writers(4)
        .executor(
            work -> {
              threads.incrementAndGet();
              new Thread(work, "export #0").start();
            })
        .to(directory.resolve(FILE))
        .export();
    mostThreads = Math.max(mostThreads, threads.get());
  }

  /** A capture keeps the queries that succeeded, and so is discarded where one fails. */
  private void closedCapture(Path directory) {
    CaptureSession capture = CaptureSession.on(session).to(directory.resolve(FILE)).open();
    try {
      capture.query("SELECT * FROM stock");
      capture.query("SELECT * FROM stock");
    } catch (TransferException e) {
      capture.discard();
      throw e;
    }
    capture.close();
  }

  /** What has failed is tried again in the same capture, with the disk mended. */
  private static void triedAgain(CaptureSession capture) {
    try (capture) {
      twice(() -> capture.query("SELECT * FROM stock"));
      twice(() -> capture.query("SELECT * FROM stock"));
      twice(capture::publish);
    }
  }

  private static void twice(Runnable step) {
    try {
      step.run();
    } catch (TransferException e) {
      if (DiskCalls.end().isEmpty()) {
        throw e;
      }
      step.run();
    }
  }
}
