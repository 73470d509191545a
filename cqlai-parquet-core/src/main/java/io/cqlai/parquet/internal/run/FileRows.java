package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RowReader;
import io.cqlai.parquet.spi.RowSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads all rows of some files, as often as is wished. */
final class FileRows {

  private static final int CHUNK_ROWS = 5_000;

  private final Job<?> job;
  private final List<RowSource> files;
  private final int[] keyCells;
  private List<Loss> losses = List.of();

  /**
   * Makes it.
   *
   * @param keyCells the positions of the columns without which a row cannot be: the partition key
   */
  FileRows(Job<?> job, List<RowSource> files, int[] keyCells) {
    this.job = job;
    this.files = files;
    this.keyCells = keyCells.clone();
  }

  /**
   * Reads the rows once.
   *
   * @param taker is given the rows in their order
   * @param unreadable is told of each row that cannot be one of the table: its place and the reason
   */
  void each(Consumer<RowChunk> taker, BiConsumer<Place, String> unreadable) {
    LossCounters lost = new LossCounters();
    for (RowSource file : files) {
      for (int part = 0; part < file.parts(); part++) {
        lost.add(each(file, part, taker, unreadable));
      }
    }
    losses = lost.losses();
  }

  /** Reads the rows of a part, and returns what their values lost. */
  private List<Loss> each(
      RowSource file, int part, Consumer<RowChunk> taker, BiConsumer<Place, String> unreadable) {
    try (RowReader reader =
        file.open(
            part,
            CHUNK_ROWS,
            (row, cells) -> {
              job.checkCancelled();
              unreadable.accept(
                  file.place(part, row.position()),
                  row.column().isEmpty()
                      ? row.reason()
                      : "column " + row.column() + ": " + row.reason());
            })) {
      RowChunk chunk = reader.next();
      while (chunk != null) {
        job.checkCancelled();
        taker.accept(withKeys(file, part, chunk, unreadable));
        chunk = reader.next();
      }
      return reader.losses();
    }
  }

  /** Returns what the values lost when the rows were last read. */
  List<Loss> losses() {
    return losses;
  }

  private RowChunk withKeys(
      RowSource file, int part, RowChunk chunk, BiConsumer<Place, String> unreadable) {
    if (chunk.rows().stream().allMatch(this::hasKey)) {
      return chunk;
    }
    for (int i = 0; i < chunk.size(); i++) {
      if (!hasKey(chunk.rows().get(i))) {
        unreadable.accept(
            file.place(part, chunk.firstPosition() + i), "a part of its partition key is null");
      }
    }
    List<RowView> rest = chunk.rows().stream().filter(this::hasKey).toList();
    return new RowChunk(rest, chunk.firstPosition(), chunk.bytes());
  }

  private boolean hasKey(RowView row) {
    for (int cell : keyCells) {
      if (row.cell(cell) == null) {
        return false;
      }
    }
    return true;
  }
}
