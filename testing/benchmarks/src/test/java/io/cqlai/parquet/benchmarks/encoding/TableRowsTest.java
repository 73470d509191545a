package io.cqlai.parquet.benchmarks.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.row.RowChunk;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableRowsTest {

  private static final int ROWS = 25;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(BenchTable.class)
  void rowsAreTheSameEachTimeAndDifferFromEachOther(BenchTable table) {
    List<ByteBuffer[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      assertThat(table.row(i)).isEqualTo(table.row(i)).hasSize(table.schema().size());
      rows.add(table.row(i));
    }
    assertThat(rows).extracting(row -> row[row.length - 1]).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(BenchTable.class)
  void rowsGoThroughTheLibrarysFiles(BenchTable table) throws Exception {
    Path file = directory.resolve("rows.parquet");
    List<RowChunk> pages = RowsInMemory.of(table, ROWS);

    assertThat(new OwnEncoder(table, Compression.SNAPPY).write(pages, file)).isEqualTo(ROWS);

    List<ByteBuffer> lastCells = new ArrayList<>();
    int last = table.schema().size() - 1;
    new OwnDecoder(table)
        .read(
            file,
            row -> {
              assertThat(row.cell(0)).isEqualTo(table.row(lastCells.size())[0]);
              lastCells.add(row.cell(last));
            });
    assertThat(lastCells).hasSize(ROWS).doesNotContainNull();
  }

  @Test
  void examplesWriteAndReadTheSameRows() throws Exception {
    Path file = directory.resolve("rows.parquet");
    OwnEncoder encoder = new OwnEncoder(BenchTable.FLAT, Compression.SNAPPY);
    ExampleCodec.write(RowsInMemory.of(BenchTable.FLAT, ROWS), encoder.mapping(), file);
    List<String> byExamples = new ArrayList<>();
    ExampleCodec.read(file, group -> byExamples.add(group.toString()));

    encoder.write(RowsInMemory.of(BenchTable.FLAT, ROWS), file);
    List<String> byTheLibrary = new ArrayList<>();
    ExampleCodec.read(file, group -> byTheLibrary.add(group.toString()));

    assertThat(byExamples).hasSize(ROWS).isEqualTo(byTheLibrary);
  }
}
