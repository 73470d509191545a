package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.transfer.Transfers;
import java.util.List;
import picocli.CommandLine.Command;

/** Whole imports. */
@Command(
    name = "import",
    description = "Imports tables: the bare driver, the library, DSBulk, cqlsh.",
    sortOptions = false)
final class ImportBenchmark extends TransferBenchmark {

  ImportBenchmark() {
    super("import");
  }

  @Override
  List<Contender> contenders(Transfers transfers) {
    return transfers.imports();
  }
}
