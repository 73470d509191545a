package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.plan.RejectTarget;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.Nullable;

/**
 * The rows that an export's file could not hold, in a Parquet file of exact types that can be
 * imported again: the columns of the row, then the name of the column at fault, the reason, and the
 * value's CQL bytes. A value that even the exact types cannot hold is null in its own column. The
 * file is opened for the first such row: without one there is none.
 */
final class RejectFile implements AutoCloseable {

  private static final int EXTRA = 3;

  private final RejectTarget target;
  private final RowSchema planned;
  private final Committer committer;
  @Nullable private RowSink sink;

  /**
   * Makes a file of rejects.
   *
   * @param planned what a row is made of
   * @param committer is given the file when it is opened, to be published with the export's
   */
  RejectFile(RejectTarget target, RowSchema planned, Committer committer) {
    this.target = target;
    this.planned = planned;
    this.committer = committer;
  }

  /**
   * Returns a warning of a file of rejects that another run has left.
   *
   * @param target where this run would have put rejects, had it kept any
   */
  static String ofAnotherRun(StagedFile target) {
    return target.name() + " is not of this run, which has kept no rejected row";
  }

  void add(RowView row, int column, String reason) throws IOException {
    ByteBuffer[] cells = new ByteBuffer[planned.size() + EXTRA];
    for (int i = 0; i < planned.size(); i++) {
      cells[i] = row.cell(i);
    }
    cells[planned.size()] = text(planned.column(column).name());
    cells[planned.size() + 1] = text(reason);
    cells[planned.size() + 2] = row.cell(column);
    if (sink == null) {
      sink = target.format().open(committer.add(target.file()).output());
    }
    write(sink, cells);
  }

  /** Writes the row; each cell that even the exact types refuse is taken out, and so counted. */
  private static void write(RowSink sink, ByteBuffer[] cells) throws IOException {
    boolean[] refused = {true};
    while (refused[0]) {
      refused[0] = false;
      RowChunk one = new RowChunk(List.of(new CellRow(cells)), 0, 0);
      sink.write(
          one,
          (row, column, reason) -> {
            refused[0] = true;
            cells[column] = null;
          });
    }
  }

  void finish() throws IOException {
    if (sink != null) {
      sink.finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (sink != null) {
      sink.close();
    }
  }

  private static ByteBuffer text(String value) {
    return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
  }
}
