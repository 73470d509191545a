package io.cqlai.parquet.benchmarks.transfer;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.benchmarks.Contender;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.server.BatchLoad;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.server.TokenScan;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.option.IfExists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalInputFile;

/** Who exports and imports one table: the bare driver, the library, and other tools. */
public final class Transfers {

  private static final String CONSISTENCY = "CONSISTENCY='" + BenchServer.CONSISTENCY + "'";

  private final BenchServer server;
  private final CqlSession session;
  private final BenchTable table;
  private final long rows;
  private final Path file;
  private final Path checkpoint;
  private final Shell shell;
  private final List<PeerTool> peers;

  /**
   * Makes the contenders for a table that is loaded.
   *
   * @param rows how many rows the table has
   * @param directory where files may be written
   */
  public Transfers(
      BenchServer server, BenchTable table, long rows, Path directory, List<PeerTool> peers) {
    this.server = server;
    this.session = server.session();
    this.table = table;
    this.rows = rows;
    this.file = directory.resolve(table.cqlName() + ".parquet");
    this.checkpoint = directory.resolve(table.cqlName() + ".checkpoint");
    this.shell = new Shell(server.address());
    this.peers = peers;
  }

  /** Returns who exports. */
  public List<Contender> exports() {
    TokenScan scan =
        TokenScan.of(session, table.cqlName(), table.columnNames(), table.partitionKey());
    TokenScan.Seen[] seen = new TokenScan.Seen[1];
    Contender.Step none = () -> {};
    Contender.Step removeFile = () -> Files.deleteIfExists(file);
    List<Contender> all = new ArrayList<>();
    all.add(
        new Contender(
            "driver alone, parallel scan",
            Role.CEILING,
            none,
            () -> seen[0] = scan.run(),
            () -> seen[0].rows()));
    all.add(new Contender("ours, API", Role.OURS, removeFile, this::exportByApi, this::rowsInFile));
    all.add(
        new Contender(
            "ours, API, RESUME",
            Role.OURS_WITH_CHECKPOINT,
            () -> {
              removeFile.run();
              removeCheckpoint();
            },
            () -> exporter().resume().checkpoint(checkpoint).export(),
            this::rowsInFile));
    all.add(
        new Contender(
            "ours, process",
            Role.OURS_AS_PROCESS,
            removeFile,
            () -> shell.run("COPY " + table.cqlName() + " TO '" + file + "' WITH " + CONSISTENCY),
            this::rowsInFile));
    peers.forEach(peer -> all.addAll(peer.exports(server, table)));
    return all;
  }

  /** Returns who imports. The library reads the file of its own export. */
  public List<Contender> imports() {
    exportByApi();
    BatchLoad load = BatchLoad.into(session, table, table.targetName());
    Contender.Step empty = () -> server.truncateTarget(table);
    Contender.RowCount count = () -> server.countTarget(table);
    List<Contender> all = new ArrayList<>();
    all.add(
        new Contender("driver alone, batches", Role.CEILING, empty, () -> load.rows(rows), count));
    all.add(new Contender("ours, API", Role.OURS, empty, () -> importer().load(), count));
    all.add(
        new Contender(
            "ours, API, RESUME",
            Role.OURS_WITH_CHECKPOINT,
            () -> {
              empty.run();
              removeCheckpoint();
            },
            () -> importer().resume().checkpoint(checkpoint).load(),
            count));
    all.add(
        new Contender(
            "ours, process",
            Role.OURS_AS_PROCESS,
            empty,
            () ->
                shell.run(
                    "COPY " + table.targetName() + " FROM '" + file + "' WITH " + CONSISTENCY),
            count));
    peers.forEach(peer -> all.addAll(peer.imports(server, table)));
    return all;
  }

  private void exportByApi() {
    exporter().export();
  }

  private ParquetExporter exporter() {
    return ParquetExporter.on(session)
        .table(BenchServer.KEYSPACE, table.cqlName())
        .consistency(DefaultConsistencyLevel.valueOf(BenchServer.CONSISTENCY))
        .to(file)
        .ifExists(IfExists.REPLACE);
  }

  private ParquetImporter importer() {
    return ParquetImporter.on(session)
        .table(BenchServer.KEYSPACE, table.targetName())
        .consistency(DefaultConsistencyLevel.valueOf(BenchServer.CONSISTENCY))
        .from(file);
  }

  private void removeCheckpoint() throws IOException {
    if (Files.exists(checkpoint)) {
      try (Stream<Path> within = Files.list(checkpoint)) {
        for (Path each : within.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(checkpoint);
    }
  }

  private long rowsInFile() {
    return ParquetSource.open(new LocalInputFile(file), file.toString()).rows();
  }
}
