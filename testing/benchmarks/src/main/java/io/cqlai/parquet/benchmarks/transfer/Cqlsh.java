package io.cqlai.parquet.benchmarks.transfer;

import io.cqlai.parquet.benchmarks.Contender;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.testkit.process.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The COPY of cqlsh, which comes from PyPI into an environment of its own. */
final class Cqlsh implements PeerTool {

  private static final String PACKAGE = "cqlsh==6.2.2";

  /** As many processes as there are cores; by default it takes one less. */
  private static final String PROCESSES =
      " AND NUMPROCESSES=" + Runtime.getRuntime().availableProcessors();

  /** Its default is 20 rows, which the server refuses when they are more than 50 KB. */
  private static final String SMALL_BATCHES = " AND MINBATCHSIZE=2 AND MAXBATCHSIZE=8";

  private final Path work;
  private final Path program;

  private Cqlsh(Path work, Path program) {
    this.work = work;
    this.program = program;
  }

  /**
   * Installs it, the first time.
   *
   * @param work where it may write
   */
  static Cqlsh install(Path work) {
    Path python = PythonEnvironment.withPackages(PACKAGE).interpreter();
    return new Cqlsh(work.resolve("cqlsh"), python.resolveSibling("cqlsh"));
  }

  @Override
  public List<Contender> exports(BenchServer server, BenchTable table) {
    CsvFiles files = files(table);
    return List.of(
        new Contender("cqlsh", Role.PEER, files::clear, () -> copyTo(server, table), files::rows));
  }

  @Override
  public List<Contender> imports(BenchServer server, BenchTable table) {
    Contender.Step prepare =
        () -> {
          server.truncateTarget(table);
          if (files(table).rows() == 0) {
            files(table).clear();
            copyTo(server, table);
          }
        };
    return List.of(
        new Contender(
            "cqlsh",
            Role.PEER,
            prepare,
            () -> copyFrom(server, table),
            () -> server.countTarget(table)));
  }

  private void copyTo(BenchServer server, BenchTable table) throws IOException {
    run(
        server,
        "COPY "
            + columns(table, table.cqlName())
            + " TO '"
            + file(table)
            + "' WITH HEADER=true AND PAGESIZE=5000"
            + PROCESSES);
  }

  private void copyFrom(BenchServer server, BenchTable table) throws IOException {
    run(
        server,
        "COPY "
            + columns(table, table.targetName())
            + " FROM '"
            + file(table)
            + "' WITH HEADER=true AND CHUNKSIZE=5000 AND INGESTRATE=10000000"
            + (table == BenchTable.WIDE ? SMALL_BATCHES : "")
            + PROCESSES);
  }

  private void run(BenchServer server, String copy) throws IOException {
    Program.run(
        List.of(
            program.toString(),
            server.address().getHostString(),
            Integer.toString(server.address().getPort()),
            "-k",
            BenchServer.KEYSPACE,
            "-e",
            "CONSISTENCY " + BenchServer.CONSISTENCY + "; " + copy));
  }

  private static String columns(BenchTable table, String name) {
    return name + " (" + table.columnNames() + ")";
  }

  private CsvFiles files(BenchTable table) {
    return new CsvFiles(work.resolve(table.cqlName()));
  }

  private Path file(BenchTable table) {
    return files(table).directory().resolve("rows.csv").toAbsolutePath();
  }
}
