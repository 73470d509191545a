package io.cqlai.parquet.benchmarks.transfer;

import io.cqlai.parquet.benchmarks.Contender;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import java.util.List;

/** Another tool that exports tables to CSV and imports them from it. */
public interface PeerTool {

  /** Returns the ways in which it exports a table. */
  List<Contender> exports(BenchServer server, BenchTable table);

  /** Returns the ways in which it imports rows, from its own export, into a table's target. */
  List<Contender> imports(BenchServer server, BenchTable table);
}
