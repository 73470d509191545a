package io.cqlai.parquet.benchmarks.transfer;

import io.cqlai.parquet.benchmarks.Contender;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DSBulk, which Maven brings, at its defaults and at its best. */
final class Dsbulk implements PeerTool {

  private static final Path PROJECT = Path.of("testing", "benchmarks", "dsbulk");

  /**
   * No checkpoint and one file a thread; sixteen splits are what it does well with on two cores.
   */
  private static final List<String> BEST_EXPORT =
      List.of(
          "--schema.splits",
          "16",
          "-maxConcurrentFiles",
          "AUTO",
          "--connector.csv.compression",
          "none",
          "--log.checkpoint.enabled",
          "false");

  /** Its own batches are of one partition, which is one row in most of the tables. */
  private static final List<String> BEST_IMPORT =
      List.of(
          "--batch.mode",
          "REPLICA_SET",
          "--batch.maxBatchStatements",
          "32",
          // The server refuses more than 50 KB, which 32 wide rows are.
          "--batch.maxSizeInBytes",
          "40000",
          "--log.checkpoint.enabled",
          "false");

  private final Path work;
  private final String classPath;

  private Dsbulk(Path work, String classPath) {
    this.work = work;
    this.classPath = classPath;
  }

  /**
   * Resolves it; the first time, this downloads its jars.
   *
   * @param work where it may write
   */
  static Dsbulk resolve(Path work) throws IOException {
    Program.run(
        List.of(
            "mvn", "-q", "-B", "-f", PROJECT.resolve("pom.xml").toString(), "process-resources"));
    return new Dsbulk(
        work.resolve("dsbulk"), Files.readString(PROJECT.resolve("target").resolve("class-path")));
  }

  @Override
  public List<Contender> exports(BenchServer server, BenchTable table) {
    if (!knows(table)) {
      return List.of();
    }
    CsvFiles files = files(table);
    return List.of(
        new Contender(
            "DSBulk, its defaults",
            Role.PEER,
            files::clear,
            () -> unload(server, table, List.of()),
            files::rows),
        new Contender(
            "DSBulk, its best",
            Role.PEER,
            files::clear,
            () -> unload(server, table, BEST_EXPORT),
            files::rows));
  }

  @Override
  public List<Contender> imports(BenchServer server, BenchTable table) {
    if (!knows(table)) {
      return List.of();
    }
    return List.of(
        load("DSBulk, its defaults", server, table, List.of()),
        load("DSBulk, its best", server, table, BEST_IMPORT));
  }

  /** Its driver is older than vectors, and gives up a keyspace that has one. */
  private static boolean knows(BenchTable table) {
    return table != BenchTable.VECTORS;
  }

  private Contender load(String name, BenchServer server, BenchTable table, List<String> more) {
    Contender.Step prepare =
        () -> {
          server.truncateTarget(table);
          if (files(table).rows() == 0) {
            files(table).clear();
            unload(server, table, BEST_EXPORT);
          }
        };
    return new Contender(
        name,
        Role.PEER,
        prepare,
        () -> run("load", server, table.targetName(), files(table), more),
        () -> server.countTarget(table));
  }

  private void unload(BenchServer server, BenchTable table, List<String> more) throws IOException {
    run("unload", server, table.cqlName(), files(table), more);
  }

  private void run(
      String operation, BenchServer server, String table, CsvFiles files, List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath));
    command.add("com.datastax.oss.dsbulk.runner.DataStaxBulkLoader");
    command.add(operation);
    command.addAll(List.of("-h", server.address().getHostString()));
    command.addAll(List.of("-port", Integer.toString(server.address().getPort())));
    command.addAll(List.of("-dc", server.datacenter(), "-cl", BenchServer.CONSISTENCY));
    command.addAll(List.of("-k", BenchServer.KEYSPACE, "-t", table));
    command.addAll(List.of("-url", files.directory().toString(), "-header", "true"));
    command.addAll(List.of("-logDir", work.resolve("logs").toString()));
    if (operation.equals("load")) {
      command.addAll(List.of("-maxErrors", "0"));
    }
    command.addAll(more);
    Program.run(command);
  }

  private CsvFiles files(BenchTable table) {
    return new CsvFiles(work.resolve(table.cqlName()));
  }
}
