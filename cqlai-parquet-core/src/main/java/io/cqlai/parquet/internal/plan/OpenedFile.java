package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.parquet.read.ImportMapping;
import io.cqlai.parquet.internal.parquet.read.MappedTarget;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.option.Conversion;
import java.util.List;

/** A file with its footer read and its columns matched, before any statement is prepared. */
record OpenedFile(ParquetSource source, ColumnMatch match, ImportMapping mapping, long bytes) {

  String name() {
    return source.name();
  }

  /** Returns a line for each column: where its values come from, and what they may lose. */
  List<String> describe() {
    return mapping.targets().stream().map(OpenedFile::describe).toList();
  }

  private static String describe(MappedTarget each) {
    String line =
        each.target().column().cqlName()
            + " "
            + each.target().column().type().toCql()
            + " from "
            + each.file().name()
            + " "
            + each.file().type();
    if (each.needs() != Conversion.EXACT) {
      line += ", converted (" + each.needs() + ")";
    }
    return each.losses().isEmpty() ? line : line + ", may lose " + String.join(", ", each.losses());
  }
}
