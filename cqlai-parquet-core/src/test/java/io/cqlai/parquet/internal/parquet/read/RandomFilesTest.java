package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of random schemas, rows and settings give what parquet-java's own reader gives. */
class RandomFilesTest {

  private static final int FILES = 60;
  private static final List<CompressionCodecName> CODECS =
      List.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.ZSTD,
          CompressionCodecName.LZ4_RAW);

  @TempDir private Path directory;

  @Test
  void readsWhatParquetsOwnReaderReads() {
    Random seeds = new Random();
    for (int i = 0; i < FILES; i++) {
      long seed = seeds.nextLong();
      try {
        compare(new Random(seed));
      } catch (AssertionError | RuntimeException | IOException e) {
        throw new AssertionError("seed " + seed + ": " + e, e);
      }
    }
  }

  private void compare(Random random) throws IOException {
    RandomRows rows = new RandomRows(random);
    Path path = write(rows, random);
    InputFile file = new LocalInputFile(path);
    List<List<List<JsonNode>>> expected = expected(file, rows);
    assertThat(found(file, rows, expected, random)).as("%s", rows.schema()).isEqualTo(expected);
    Files.delete(path);
  }

  private Path write(RandomRows rows, Random random) throws IOException {
    Path path = directory.resolve("random.parquet");
    int pageRows = 1 + random.nextInt(100);
    try (Codecs codecs = new Codecs();
        ParquetWriter<Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(path))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .withType(rows.schema())
                .withWriterVersion(
                    random.nextBoolean() ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0)
                .withCompressionCodec(CODECS.get(random.nextInt(CODECS.size())))
                .withDictionaryEncoding(random.nextBoolean())
                .withDictionaryPageSize(1 << 6 + random.nextInt(6))
                .withByteStreamSplitEncoding(random.nextBoolean())
                .withPageSize(1 << 6 + random.nextInt(8))
                .withPageRowCountLimit(pageRows)
                .withMinRowCountForPageSizeCheck(pageRows)
                .withMaxRowCountForPageSizeCheck(pageRows)
                .withRowGroupRowCountLimit(1 + random.nextInt(200))
                .build()) {
      for (int left = random.nextInt(300); left > 0; left--) {
        writer.write(rows.row());
      }
    }
    return path;
  }

  /** Returns of each row group its rows, and of each row its cells. */
  private static List<List<List<JsonNode>>> expected(InputFile file, RandomRows rows)
      throws IOException {
    List<List<List<JsonNode>>> groups = new ArrayList<>();
    try (Codecs codecs = new Codecs();
        ParquetFileReader reader =
            ParquetFileReader.open(
                file,
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(codecs)
                    .build())) {
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(rows.schema())
                .getRecordReader(pages, new GroupRecordConverter(rows.schema()));
        List<List<JsonNode>> cells = new ArrayList<>();
        for (long i = 0; i < pages.getRowCount(); i++) {
          Group row = records.read();
          List<JsonNode> here = new ArrayList<>();
          rows.columns().forEach((name, type) -> here.add(GroupCells.of(row, name, type)));
          cells.add(here);
        }
        groups.add(cells);
      }
    }
    return groups;
  }

  /** Reads too, but takes the rows that it passes over from what is expected. */
  private static List<List<List<JsonNode>>> found(
      InputFile file, RandomRows rows, List<List<List<JsonNode>>> expected, Random random) {
    ParquetSource source = ParquetSource.open(file, "random.parquet");
    List<Target> targets = new ArrayList<>();
    rows.columns()
        .forEach(
            (name, type) ->
                targets.add(new Target(new Column(name, type, ColumnRole.REGULAR), name)));
    ImportMapping mapping = source.map(targets, Conversion.EXACT);
    List<CqlType> types = List.copyOf(rows.columns().values());
    List<List<List<JsonNode>>> groups = new ArrayList<>();
    for (int i = 0; i < source.rowGroups(); i++) {
      try (RowGroupReader reader =
          source.openRowGroup(
              i,
              mapping,
              ReadLimits.ofRows(1 + random.nextInt(100)),
              new LossCounters(),
              (row, cells) -> {
                throw new AssertionError("rejected: " + row);
              })) {
        int skipped = random.nextInt(3) == 0 ? random.nextInt((int) source.rows(i) + 1) : 0;
        assertThat(reader.skip(skipped)).isEqualTo(skipped);
        List<List<JsonNode>> cells = new ArrayList<>(expected.get(i).subList(0, skipped));
        for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
          chunk.rows().forEach(row -> cells.add(cells(types, row)));
        }
        groups.add(cells);
      }
    }
    return groups;
  }

  private static List<JsonNode> cells(List<CqlType> types, RowView row) {
    List<JsonNode> cells = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      cells.add(CanonicalCell.of(types.get(i), row.cell(i)));
    }
    return cells;
  }
}
