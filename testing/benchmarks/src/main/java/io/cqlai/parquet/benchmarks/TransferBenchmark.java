package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.benchmarks.transfer.Peer;
import io.cqlai.parquet.benchmarks.transfer.PeerTool;
import io.cqlai.parquet.benchmarks.transfer.Transfers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A benchmark of whole transfers: a server, tables, and who is to move them. */
abstract class TransferBenchmark implements Callable<Integer> {

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--tables",
      paramLabel = "TABLE",
      split = ",",
      defaultValue = "flat,events,vectors,wide",
      description = "Which of the tables (default: ${DEFAULT-VALUE}).")
  private List<BenchTable> tables = List.of();

  @Option(
      names = "--peers",
      paramLabel = "PEER",
      split = ",",
      defaultValue = "dsbulk,cqlsh",
      arity = "0..1",
      description =
          "The tools to compare with; none when no name follows (default: ${DEFAULT-VALUE}).")
  private List<Peer> peers = List.of();

  private final String benchmark;

  TransferBenchmark(String benchmark) {
    this.benchmark = benchmark;
  }

  /** Returns who is timed. */
  abstract List<Contender> contenders(Transfers transfers);

  @Override
  public Integer call() throws IOException {
    Path work = RunOptions.OUTPUT.resolve("work");
    Files.createDirectories(work);
    List<PeerTool> tools = tools(work);
    List<Measurement> measured = new ArrayList<>();
    try (BenchServer server = BenchServer.start(RunOptions.OUTPUT.resolve("cassandra"))) {
      for (BenchTable table : tables) {
        long rows = table.rows(options.rows());
        System.err.println("Loading " + rows + " rows of " + table.cqlName() + " …");
        server.load(table, rows);
        Transfers transfers = new Transfers(server, table, rows, work, tools);
        measured.addAll(
            Rounds.run(benchmark, table.cqlName(), rows, options.rounds(), contenders(transfers)));
        server.drop(table);
      }
    }
    return new Publication(options).publish(benchmark, measured);
  }

  private List<PeerTool> tools(Path work) throws IOException {
    List<PeerTool> tools = new ArrayList<>();
    for (Peer peer : peers) {
      try {
        tools.add(peer.tool(work));
      } catch (TestAbortedException | AssertionError missing) {
        // Without a network or a Python the rest can still be measured.
        System.err.println("Without " + peer + ": " + missing.getMessage());
      }
    }
    return tools;
  }
}
