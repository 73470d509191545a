package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * A file of parquet-java's example writer, with columns of every physical type and shape, in two
 * row groups of several pages each.
 *
 * @param dictionary whether values are written once; without it, by the version's own encodings
 * @param checksums whether its pages carry checksums
 */
record SampleFile(
    WriterVersion version, CompressionCodecName codec, boolean dictionary, boolean checksums) {

  static final List<SampleFile> ALL =
      List.of(
          new SampleFile(WriterVersion.PARQUET_1_0, CompressionCodecName.SNAPPY, true, true),
          new SampleFile(WriterVersion.PARQUET_1_0, CompressionCodecName.UNCOMPRESSED, true, false),
          new SampleFile(WriterVersion.PARQUET_1_0, CompressionCodecName.GZIP, false, false),
          new SampleFile(
              WriterVersion.PARQUET_2_0, CompressionCodecName.UNCOMPRESSED, false, false),
          new SampleFile(WriterVersion.PARQUET_2_0, CompressionCodecName.ZSTD, false, true),
          new SampleFile(WriterVersion.PARQUET_2_0, CompressionCodecName.LZ4_RAW, true, false));

  static final Map<String, CqlType> COLUMNS = columns();

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message m {
            required int64 id;
            optional binary name (STRING);
            optional int32 n;
            optional double d;
            optional boolean b;
            optional fixed_len_byte_array(16) u (UUID);
            optional int96 t;
            optional binary price (DECIMAL(20,2));
            optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
            optional group m (MAP) {
              repeated group key_value { required int32 key; optional binary value (STRING); }
            }
            optional group pair { optional int32 first; optional binary second (STRING); }
          }
          """);

  private static final int ROWS = 80;

  private static Map<String, CqlType> columns() {
    Map<String, CqlType> columns = new LinkedHashMap<>();
    columns.put("id", Scalar.BIGINT);
    columns.put("name", Scalar.TEXT);
    columns.put("n", Scalar.INT);
    columns.put("d", Scalar.DOUBLE);
    columns.put("b", Scalar.BOOLEAN);
    columns.put("u", Scalar.UUID);
    columns.put("t", Scalar.TIMESTAMP);
    columns.put("price", Scalar.DECIMAL);
    columns.put("tags", new CqlType.ListOf(Scalar.TEXT, true));
    columns.put("m", new CqlType.MapOf(Scalar.INT, Scalar.TEXT, true));
    columns.put("pair", new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT)));
    return columns;
  }

  /** Writes the file and returns its bytes. */
  byte[] write(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "sample", ".parquet");
    Files.delete(file);
    try (Codecs codecs = new Codecs();
        ParquetWriter<Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .withType(SCHEMA)
                .withWriterVersion(version)
                .withCompressionCodec(codec)
                .withDictionaryEncoding(dictionary)
                .withPageWriteChecksumEnabled(checksums)
                .withPageRowCountLimit(15)
                .withMinRowCountForPageSizeCheck(5)
                .withMaxRowCountForPageSizeCheck(5)
                .withRowGroupRowCountLimit(ROWS / 2)
                .build()) {
      Random random = new Random(1);
      for (int i = 0; i < ROWS; i++) {
        writer.write(row(i, random));
      }
    }
    return Files.readAllBytes(file);
  }

  private static Group row(int number, Random random) {
    SimpleGroup row = new SimpleGroup(SCHEMA);
    row.add("id", (long) number);
    if (number % 7 == 3) {
      return row;
    }
    row.add("name", "name " + random.nextInt(20));
    row.add("n", random.nextInt(30) - 10);
    row.add("d", random.nextInt(20) / 4.0);
    row.add("b", random.nextBoolean());
    row.add("u", bytes(16, random));
    byte[] day = new byte[12];
    random.nextBytes(day);
    day[7] = 0; // less than a day of nanoseconds
    day[8] = 0;
    day[9] = 0x3d;
    day[10] = 0x25;
    day[11] = 0; // within our time
    row.add("t", Binary.fromConstantByteArray(day));
    row.add("price", bytes(1 + random.nextInt(8), random));
    Group tags = row.addGroup("tags");
    Group map = row.addGroup("m");
    for (int i = random.nextInt(4); i > 0; i--) {
      Group tag = tags.addGroup("list");
      if (random.nextBoolean()) {
        tag.add("element", "tag " + random.nextInt(5));
      }
      Group entry = map.addGroup("key_value");
      entry.add("key", i);
      entry.add("value", "value " + random.nextInt(9));
    }
    row.addGroup("pair").add("second", "second " + number);
    return row;
  }

  private static Binary bytes(int count, Random random) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Binary.fromConstantByteArray(bytes);
  }
}
