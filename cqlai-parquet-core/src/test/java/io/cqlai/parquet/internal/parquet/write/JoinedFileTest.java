package io.cqlai.parquet.internal.parquet.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedFileTest {

  private static final ParquetMapping MAPPING =
      Written.mapping(
          Profile.STANDARD,
          Map.of(),
          Written.column("n", Scalar.INT),
          Written.column("data", Scalar.BLOB),
          Written.column("tags", new CqlType.ListOf(Scalar.TEXT, false)));

  @TempDir private Path directory;
  private int numbered;

  @Test
  void smallFilesShareARowGroupAndKeepTheirOrder() throws IOException {
    Path first = written(3, 10);
    Path empty = written(0, 10);
    Path second = written(2, 10);

    Path joined = join(first, empty, second);

    try (ParquetFileReader reader = open(joined)) {
      assertThat(reader.getFooter().getBlocks()).hasSize(1);
    }
    assertThat(rows(joined)).isEqualTo(rowsOf(first, second)).hasSize(5);
  }

  @Test
  void largeFilesKeepTheirRowGroupsWithTheirIndexes() throws IOException {
    Path small = written(5, 10);
    Path first = written(300, 10_000);
    Path second = written(250, 10_000);

    Path joined = join(small, first, small, second);

    assertThat(rows(joined)).isEqualTo(rowsOf(small, first, small, second));
    try (ParquetFileReader reader = open(joined);
        ParquetFileReader before = open(first)) {
      List<BlockMetaData> rowGroups = reader.getFooter().getBlocks();
      int taken = before.getFooter().getBlocks().size();
      assertThat(taken).isGreaterThan(1);
      assertThat(rowGroups).hasSize(1 + taken + 1 + rowGroupsOf(second));
      for (BlockMetaData rowGroup : rowGroups) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
          assertThat(reader.readOffsetIndex(chunk)).as(chunk.toString()).isNotNull();
          boolean wide = chunk.getPath().toDotString().equals("data"); // has no statistics
          assertThat(wide || reader.readColumnIndex(chunk) != null).as(chunk.toString()).isTrue();
        }
      }
      for (int i = 0; i < taken; i++) {
        ColumnChunkMetaData copied = rowGroups.get(1 + i).getColumns().get(0);
        ColumnChunkMetaData original = before.getFooter().getBlocks().get(i).getColumns().get(0);
        assertThat(reader.readColumnIndex(copied))
            .hasToString(before.readColumnIndex(original).toString());
        assertThat(copied.getStatistics()).isEqualTo(original.getStatistics());
      }
    }
  }

  @Test
  void bloomFiltersAreTakenOver() throws IOException {
    Path file = withBloomFilter();
    Path joined = directory.resolve("joined.parquet");

    ParquetSource source = source(file);
    try (JoinedFile join =
        JoinedFile.open(new LocalOutputFile(joined), source, Written.SETTINGS, source.metadata())) {
      join.addRowGroups(source);
      join.addRowGroups(source);
      assertThat(join.finish()).isEqualTo(2_000);
    }

    try (ParquetFileReader reader = open(joined)) {
      assertThat(reader.getFooter().getBlocks()).hasSize(2);
      for (BlockMetaData rowGroup : reader.getFooter().getBlocks()) {
        BloomFilter filter = reader.readBloomFilter(rowGroup.getColumns().get(0));
        assertThat(filter).isNotNull();
        assertThat(filter.findHash(filter.hash(Binary.fromString("name 7")))).isTrue();
        assertThat(filter.findHash(filter.hash(Binary.fromString("nobody")))).isFalse();
      }
    }
  }

  @Test
  void aFileOfAnotherSchemaIsRefused() throws IOException {
    ParquetSource source = source(written(1, 1));
    ParquetSource other = source(withBloomFilter());

    try (JoinedFile join =
        JoinedFile.open(
            new LocalOutputFile(directory.resolve("x.parquet")),
            source,
            Written.SETTINGS,
            Map.of())) {
      assertThatThrownBy(() -> join.add(other))
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS))
          .hasMessageContaining("column 1 is required name");
    }
  }

  private Path join(Path... files) throws IOException {
    Path joined = directory.resolve("joined.parquet");
    try (JoinedFile join =
        JoinedFile.open(
            new LocalOutputFile(joined), source(files[0]), Written.SETTINGS, Map.of("k", "v"))) {
      for (Path file : files) {
        join.add(source(file));
      }
      join.finish();
      assertThat(join.bytes()).isEqualTo(joined.toFile().length());
    }
    assertThat(source(joined).metadata()).containsEntry("k", "v");
    return joined;
  }

  private Path written(int rows, int bytes) throws IOException {
    Random random = new Random(rows);
    List<RowView> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      byte[] data = new byte[bytes];
      random.nextBytes(data);
      ByteBuffer tags = i % 3 == 0 ? null : Cells.list(Cells.text("a"), Cells.text("tag " + i));
      all.add(new CellRow(Cells.int32(i), ByteBuffer.wrap(data), tags));
    }
    Path file = directory.resolve("part" + numbered++ + ".parquet");
    ParquetWriteSettings settings =
        new ParquetWriteSettings(
            Written.SETTINGS.compression(), null, Written.SETTINGS.rowGroupBytes(), 200);
    Written.write(file, MAPPING, settings, Map.of(), List.of(Written.chunk(all)));
    return file;
  }

  private Path withBloomFilter() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary name (STRING); }");
    Path file = directory.resolve("bloom" + numbered++ + ".parquet");
    try (Codecs codecs = new Codecs();
        ParquetWriter<Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCodecFactory(codecs)
                .withDictionaryEncoding(false)
                .withBloomFilterEnabled("name", true)
                .build()) {
      for (int i = 0; i < 1_000; i++) {
        Group row = new SimpleGroup(schema);
        row.add("name", "name " + i);
        writer.write(row);
      }
    }
    return file;
  }

  private static int rowGroupsOf(Path file) throws IOException {
    try (ParquetFileReader reader = open(file)) {
      return reader.getFooter().getBlocks().size();
    }
  }

  private static ParquetFileReader open(Path file) throws IOException {
    return ParquetFileReader.open(new LocalInputFile(file), Written.options(new Codecs()));
  }

  private static ParquetSource source(Path file) {
    return ParquetSource.open(new LocalInputFile(file), file.toString());
  }

  private static List<String> rows(Path file) throws IOException {
    return Written.of(file).rows().stream().map(Group::toString).toList();
  }

  private static List<String> rowsOf(Path... files) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(rows(file));
    }
    return all;
  }
}
