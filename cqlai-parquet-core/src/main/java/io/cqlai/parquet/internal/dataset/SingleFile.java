package io.cqlai.parquet.internal.dataset;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.OutputFile;

/**
 * One file with all rows.
 *
 * @param staged the file
 */
public record SingleFile(StagedFile staged) implements ExportFiles {

  @Override
  public long mostBytes() {
    return Long.MAX_VALUE;
  }

  @Override
  public NewFile next() {
    return new NewFile() {
      @Override
      public OutputFile output() {
        return staged.output();
      }

      @Override
      public void written(RowSink.Summary summary) {
        // its footer says all there is to say
      }
    };
  }

  @Override
  public List<String> names() {
    return List.of(staged.name());
  }

  @Override
  public Optional<String> identity() {
    return Optional.empty();
  }

  @Override
  public String text() {
    return staged.name();
  }

  @Override
  public void check() {
    // it was staged, which has looked
  }

  @Override
  public void describe(ExportReport report, Optional<FileDigest> digest) throws IOException {
    // its footer has been written
  }
}
