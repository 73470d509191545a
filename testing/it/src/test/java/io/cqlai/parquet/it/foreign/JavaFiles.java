package io.cqlai.parquet.it.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Writes the files {@code java-*.parquet} of the test resources; see the README beside them.
 *
 * <p>What they hold is written down a second time, by hand, in {@code generator/java_files.py}.
 */
public final class JavaFiles {

  private JavaFiles() {}

  /**
   * Writes all files.
   *
   * @param arguments the folder, which must exist
   * @throws IOException when a file cannot be written
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(
        folder.resolve("java-two-level-lists.parquet"),
        LegacyShapes.twoLevelLists(),
        CompressionCodecName.UNCOMPRESSED,
        WriterVersion.PARQUET_1_0);
    write(
        folder.resolve("java-legacy-maps.parquet"),
        LegacyShapes.maps(),
        CompressionCodecName.UNCOMPRESSED,
        WriterVersion.PARQUET_1_0);
    write(
        folder.resolve("java-binary-decimals.parquet"),
        BinaryScalars.decimals(),
        CompressionCodecName.UNCOMPRESSED,
        WriterVersion.PARQUET_1_0);
    write(
        folder.resolve("java-binary-kinds.parquet"),
        BinaryScalars.kinds(),
        CompressionCodecName.UNCOMPRESSED,
        WriterVersion.PARQUET_2_0);
    for (WriterVersion version : WriterVersion.values()) {
      String suffix = version == WriterVersion.PARQUET_1_0 ? "-v1.parquet" : "-v2.parquet";
      write(
          folder.resolve("java-lz4-framed" + suffix),
          ManyRows.rows(),
          CompressionCodecName.LZ4,
          version);
      write(
          folder.resolve("java-lzo-framed" + suffix),
          ManyRows.rows(),
          CompressionCodecName.LZO,
          version);
    }
  }

  private static void write(
      Path file, List<Group> rows, CompressionCodecName codec, WriterVersion version)
      throws IOException {
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType((MessageType) rows.get(0).getType())
            .withCodecFactory(new HadoopFrames())
            .withCompressionCodec(codec)
            .withWriterVersion(version)
            .build()) {
      for (Group row : rows) {
        writer.write(row);
      }
    }
  }
}
