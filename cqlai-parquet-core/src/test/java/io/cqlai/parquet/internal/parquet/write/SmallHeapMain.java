package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.io.LocalOutputFile;

/** What {@link SmallHeapTest} runs in a JVM of its own: writes a table larger than its heap. */
final class SmallHeapMain {

  private static final int HUGE = 16_000_000;

  private SmallHeapMain() {}

  /** Writes the file {@code arguments[1]} with rows of the kind {@code arguments[0]}. */
  public static void main(String[] arguments) throws IOException {
    ParquetMapping mapping = mapping(arguments[0].equals("columns") ? 1_000 : 12);
    long rowGroupBytes = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    ParquetWriteSettings settings =
        new ParquetWriteSettings(Compression.SNAPPY, null, rowGroupBytes, Long.MAX_VALUE);
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(Path.of(arguments[1])), mapping, settings, Map.of())) {
      Random random = new Random(1);
      switch (arguments[0]) {
        case "huge" -> huge(sink, random);
        case "columns" -> ordinary(sink, random, 200, 1_000, 30);
        default -> ordinary(sink, random, 200, 12, 5_000);
      }
      System.out.println(sink.finish().rows());
    }
  }

  private static ParquetMapping mapping(int columns) {
    Scalar[] types = {Scalar.BIGINT, Scalar.TEXT, Scalar.UUID, Scalar.BLOB};
    Column[] all = new Column[columns];
    for (int i = 0; i < columns; i++) {
      all[i] = Written.column("c" + i, types[i % types.length]);
    }
    return Written.mapping(Profile.STANDARD, Map.of(), all);
  }

  /** Values that do not repeat. The chunks are small: each cell takes five times its bytes. */
  private static void ordinary(ParquetSink sink, Random random, int chunks, int columns, int rows)
      throws IOException {
    for (int chunk = 0; chunk < chunks; chunk++) {
      List<RowView> all = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        ByteBuffer[] cells = new ByteBuffer[columns];
        for (int i = 0; i < columns; i++) {
          cells[i] =
              switch (i % 4) {
                case 0 -> Cells.int64(random.nextLong());
                case 2 -> ByteBuffer.allocate(16).putLong(0, random.nextLong());
                default -> Cells.text(Long.toString(random.nextLong(), 36));
              };
        }
        all.add(new CellRow(cells));
      }
      write(sink, all);
    }
  }

  /** Rows with a cell of the largest size that the protocol carries, others before and after. */
  private static void huge(ParquetSink sink, Random random) throws IOException {
    ordinary(sink, random, 3, 12, 5_000);
    for (int i = 0; i < 30; i++) {
      byte[] cell = new byte[HUGE];
      random.nextBytes(cell);
      ByteBuffer[] cells = new ByteBuffer[12];
      cells[i % 2 == 0 ? 1 : 3] = ByteBuffer.wrap(cell);
      write(sink, List.of(new CellRow(cells)));
    }
    ordinary(sink, random, 3, 12, 5_000);
  }

  private static void write(ParquetSink sink, List<RowView> rows) throws IOException {
    RowChunk chunk = Written.chunk(rows);
    sink.write(
        chunk,
        (row, column, reason) -> {
          throw new IllegalStateException(reason);
        });
  }
}
