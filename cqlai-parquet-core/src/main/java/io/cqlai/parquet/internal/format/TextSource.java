package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRows;
import io.cqlai.parquet.spi.RowReader;
import io.cqlai.parquet.spi.RowSource;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.io.OutputFile;

/** A file of text: one part, whose rows are counted while it is read. */
public abstract class TextSource implements RowSource {

  /** Opens the records, from the first row on. */
  protected abstract RecordCursor records();

  /** Returns what makes the record that a cursor of {@link #records} stands on into a row. */
  protected abstract RowConverter converter(RecordCursor records);

  /** Returns the names of the fields, where all records have the same; none otherwise. */
  protected abstract List<String> fields();

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
    return other instanceof TextSource text && fields().equals(text.fields());
  }

  @Override
  public final RejectWriter openRejects(OutputFile target) throws IOException {
    return TextRejects.open(target, fields());
  }
}
