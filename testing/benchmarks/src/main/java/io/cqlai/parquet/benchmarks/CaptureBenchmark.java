package io.cqlai.parquet.benchmarks;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.server.PagedQuery;
import io.cqlai.parquet.benchmarks.server.TokenScan;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.parquet.io.LocalInputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One query of a whole table: read by the driver alone, and captured. */
@Command(
    name = "capture",
    description = "Captures one query: the driver's own paging, query(…), tee(…).",
    sortOptions = false)
final class CaptureBenchmark implements Callable<Integer> {

  private static final String NAME = "capture";
  private static final BenchTable TABLE = BenchTable.FLAT;
  private static final String SELECT = "SELECT " + TABLE.columnNames() + " FROM " + TABLE.cqlName();

  @Mixin private RunOptions options = new RunOptions();

  /** A way to capture the query. */
  private interface Way {
    void capture(CaptureSession capture);
  }

  @Override
  public Integer call() throws IOException {
    Path file =
        Files.createDirectories(RunOptions.OUTPUT.resolve("work")).resolve("capture.parquet");
    try (BenchServer server = BenchServer.start(RunOptions.OUTPUT.resolve("cassandra"))) {
      System.err.println("Loading " + options.rows() + " rows of " + TABLE.cqlName() + " …");
      server.load(TABLE, options.rows());
      List<Measurement> measured =
          Rounds.run(
              NAME,
              TABLE.cqlName(),
              options.rows(),
              options.rounds(),
              contenders(server.session(), file));
      return new Publication(options).publish(NAME, measured);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<Contender> contenders(CqlSession session, Path file) {
    PagedQuery query = new PagedQuery(session, SELECT);
    TokenScan.Seen[] seen = new TokenScan.Seen[1];
    return List.of(
        new Contender(
            "driver alone, one paged query",
            Role.CEILING,
            () -> {},
            () -> seen[0] = query.run(),
            () -> seen[0].rows()),
        ours("ours, query", session, file, capture -> capture.query(SELECT)),
        ours("ours, tee", session, file, CaptureBenchmark::iterate));
  }

  private static void iterate(CaptureSession capture) {
    for (Row row : capture.tee(SELECT)) {
      row.getBytesUnsafe(0); // somebody shows it
    }
  }

  private static Contender ours(String name, CqlSession session, Path file, Way way) {
    return new Contender(
        name,
        Role.OURS,
        () -> Files.deleteIfExists(file),
        () -> {
          try (CaptureSession capture =
              CaptureSession.on(session)
                  .consistency(DefaultConsistencyLevel.valueOf(BenchServer.CONSISTENCY))
                  .to(file)
                  .open()) {
            way.capture(capture);
          }
        },
        () -> ParquetSource.open(new LocalInputFile(file), file.toString()).rows());
  }
}
