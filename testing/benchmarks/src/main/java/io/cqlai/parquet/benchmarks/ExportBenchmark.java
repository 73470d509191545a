package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.transfer.Transfers;
import java.util.List;
import picocli.CommandLine.Command;

/** Whole exports. */
@Command(
    name = "export",
    description = "Exports tables: the bare driver, the library, DSBulk, cqlsh.",
    sortOptions = false)
final class ExportBenchmark extends TransferBenchmark {

  ExportBenchmark() {
    super("export");
  }

  @Override
  List<Contender> contenders(Transfers transfers) {
    return transfers.exports();
  }
}
