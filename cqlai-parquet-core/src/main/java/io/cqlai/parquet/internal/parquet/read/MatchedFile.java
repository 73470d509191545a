package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRows;
import io.cqlai.parquet.spi.RowReader;
import io.cqlai.parquet.spi.RowSource;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.io.OutputFile;

/**
 * A Parquet file whose fields were matched to columns; its parts are its row groups.
 *
 * @param file the file
 * @param mapping how its fields become cells
 */
public record MatchedFile(ParquetSource file, ImportMapping mapping) implements RowSource {

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public int parts() {
    return file.rowGroups();
  }

  @Override
  public OptionalLong rows(int part) {
    return OptionalLong.of(file.rows(part));
  }

  @Override
  public RowReader open(int part, int chunkRows, RejectedRows rejected) {
    return file.openRowGroup(
        part, mapping, ReadLimits.ofRows(chunkRows), new LossCounters(), rejected);
  }

  @Override
  public Place place(int part, long position) {
    return Place.file(name()).inRowGroup(part).atRow(position);
  }

  @Override
  public List<String> columns() {
    return mapping.targets().stream().map(MatchedFile::describe).toList();
  }

  private static String describe(MappedTarget each) {
    String line =
        each.target().column().toCql() + " from " + each.file().name() + " " + each.file().type();
    if (each.needs() != Conversion.EXACT) {
      line += ", converted (" + each.needs() + ")";
    }
    return each.losses().isEmpty() ? line : line + ", may lose " + String.join(", ", each.losses());
  }

  @Override
  public List<String> warnings() {
    return mapping.warnings();
  }

  @Override
  public boolean sharesRejectsWith(RowSource other) {
    return other instanceof MatchedFile parquet && file.hasSchemaOf(parquet.file);
  }

  @Override
  public RejectWriter openRejects(OutputFile target, Runnable checkpoint) throws IOException {
    return RejectedRowsWriter.open(target, file, checkpoint);
  }
}
