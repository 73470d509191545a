package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/** The writer and the reader of Parquet's own examples, with their defaults and SNAPPY. */
public final class ExampleCodec {

  private ExampleCodec() {}

  /**
   * Writes rows of scalars to a file.
   *
   * @param mapping the columns, and the schema of the file
   * @return how many rows
   */
  public static long write(List<RowChunk> pages, ParquetMapping mapping, Path file)
      throws IOException {
    SimpleGroups groups = new SimpleGroups(mapping.rows(), mapping.messageType());
    long rows = 0;
    try (Codecs codecs = new Codecs();
        ParquetWriter<Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(mapping.messageType())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withCodecFactory(codecs)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
      for (RowChunk page : pages) {
        for (RowView row : page.rows()) {
          writer.write(groups.group(row));
          rows++;
        }
      }
    }
    return rows;
  }

  /**
   * Reads a file to its end.
   *
   * @param groups takes each row
   * @return how many there were
   */
  public static long read(Path file, Consumer<Group> groups) throws IOException {
    long rows = 0;
    try (Codecs codecs = new Codecs();
        ParquetReader<Group> reader =
            new GroupReaderBuilder(new LocalInputFile(file)).withCodecFactory(codecs).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        groups.accept(group);
        rows++;
      }
    }
    return rows;
  }

  /** Parquet has a public builder for Hadoop's paths alone. */
  private static final class GroupReaderBuilder extends ParquetReader.Builder<Group> {

    GroupReaderBuilder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
