package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRows;
import io.cqlai.parquet.spi.RowReader;
import io.cqlai.parquet.spi.RowSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file of text: one part, whose rows are counted while it is read. */
public abstract class TextSource implements RowSource {

  /** Opens the records, from the first row on. */
  protected abstract RecordCursor records();

  /** Returns what makes the record that a cursor of {@link #records} stands on into a row. */
  protected abstract RowConverter converter(RecordCursor records);

  /** Returns the names of the fields, where all records have the same; none otherwise. */
  protected abstract List<String> fields();

  /**
   * Begins a file of rejected records of this source and of those with the same {@link #fields}.
   *
   * @param out where they are written, and before them what the file begins with; not closed
   * @throws IOException when it throws
   */
  protected abstract RejectEncoder rejects(OutputStream out) throws IOException;

  @Override
  public final int parts() {
    return 1;
  }

  @Override
  public final OptionalLong rows(int part) {
    return OptionalLong.empty();
  }

  @Override
  public final RowReader open(int part, int chunkRows, RejectedRows rejected) {
    RecordCursor records = records();
    return new TextRowReader(records, converter(records), chunkRows, rejected);
  }

  @Override
  public final Place place(int part, long position) {
    return Place.file(name()).atRow(position);
  }

  @Override
  public final List<String> warnings() {
    return List.of();
  }

  @Override
  public final boolean sharesRejectsWith(RowSource other) {
    return other instanceof TextSource text
        && text.getClass() == getClass()
        && fields().equals(text.fields());
  }

  @Override
  public final RejectWriter openRejects(OutputFile target, Runnable checkpoint) throws IOException {
    PositionOutputStream out = target.createOrOverwrite(0);
    try {
      return new TextRejects(out, rejects(out), checkpoint);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }
}
