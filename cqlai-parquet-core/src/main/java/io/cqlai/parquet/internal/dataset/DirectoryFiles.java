package io.cqlai.parquet.internal.dataset;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.storage.ChecksummedOutput;
import io.cqlai.parquet.internal.storage.StagedDirectory;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.Staged;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.io.OutputFile;

/** Several files in a directory, {@code part-00000.parquet} and so on, with a manifest of them. */
public final class DirectoryFiles implements ExportFiles {

  private final StagedDirectory directory;
  private final String ending;
  private final long mostBytes;
  private final String query;
  private final RowSchema rows;
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<DataFile> written = new ConcurrentLinkedQueue<>();
  private Optional<String> identity = Optional.empty();

  /**
   * Makes them.
   *
   * @param directory where they are, which is published by the caller
   * @param ending how their names end, without the dot
   * @param mostBytes the size at which a file is full
   * @param query the query that gives the rows
   * @param rows what a row is made of
   */
  public DirectoryFiles(
      StagedDirectory directory, String ending, long mostBytes, String query, RowSchema rows) {
    this.directory = directory;
    this.ending = ending;
    this.mostBytes = mostBytes;
    this.query = query;
    this.rows = rows;
  }

  @Override
  public Staged staged() {
    return directory;
  }

  @Override
  public long mostBytes() {
    return mostBytes;
  }

  @Override
  public NewFile next() throws IOException {
    String name = String.format(Locale.ROOT, "part-%05d.%s", number.getAndIncrement(), ending);
    ChecksummedOutput output = new ChecksummedOutput(directory.file(name));
    return new NewFile() {
      @Override
      public OutputFile output() {
        return output;
      }

      @Override
      public void written(RowSink.Summary summary) {
        written.add(new DataFile(name, summary.rows(), summary.bytes(), output.checksum()));
      }
    };
  }

  private List<DataFile> inOrder() {
    return written.stream().sorted(Comparator.comparing(DataFile::name)).toList();
  }

  @Override
  public List<String> names() {
    return inOrder().stream().map(file -> directory.name(file.name())).toList();
  }

  @Override
  public void check() {
    directory.check();
  }

  @Override
  public Optional<String> identity() {
    return identity;
  }

  @Override
  public String text() {
    return directory.name() + " (a directory of files of " + mostBytes + " bytes or less)";
  }

  @Override
  public void describe(ExportReport report, Optional<FileDigest> digest) throws IOException {
    Manifest manifest = new Manifest(inOrder(), digest);
    String text = manifest.write(report, query, rows);
    identity = Optional.of(Manifest.checksum(text));
    directory.write(Manifest.NAME, text);
    directory.write(Manifest.SUCCESS, "");
  }
}
