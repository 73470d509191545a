package io.cqlai.parquet.internal.parquet.write;

import static io.cqlai.parquet.internal.parquet.write.Written.SETTINGS;
import static io.cqlai.parquet.internal.parquet.write.Written.chunk;
import static io.cqlai.parquet.internal.parquet.write.Written.column;
import static io.cqlai.parquet.internal.parquet.write.Written.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetSinkTest {

  private static final ParquetMapping INTS_AND_TEXT =
      mapping(
          Profile.STANDARD,
          Map.of(),
          new Column("k", Scalar.INT, ColumnRole.PARTITION_KEY),
          column("t", Scalar.TEXT));

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("some.parquet");
  }

  private static List<RowView> rows(int count) {
    Random random = new Random(count);
    List<RowView> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ByteBuffer text = i % 7 == 0 ? null : Cells.text("text " + random.nextInt());
      rows.add(new CellRow(Cells.int32(i), text));
    }
    return rows;
  }

  private static ParquetWriteSettings settings(long bytes, long rows) {
    return new ParquetWriteSettings(Compression.SNAPPY, null, bytes, rows);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void everyRowComesBackInItsOrderWithEachCodec(Compression compression) throws IOException {
    Written written =
        Written.write(
            file(),
            INTS_AND_TEXT,
            new ParquetWriteSettings(compression, null, 1 << 20, 40_000),
            Map.of("a key", "a value"),
            List.of(chunk(rows(30_000)), chunk(List.of()), chunk(rows(20_001))));
    assertThat(written.summary.rows()).isEqualTo(50_001);
    assertThat(written.summary.bytes()).isEqualTo(Files.size(file()));
    assertThat(written.rows())
        .extracting(row -> row.getInteger("k", 0))
        .startsWith(0, 1, 2)
        .endsWith(19_999, 20_000)
        .hasSize(50_001);
    ParquetMetadata footer = written.footer();
    assertThat(footer.getBlocks()).hasSize((int) written.summary.rowGroups());
    assertThat(footer.getFileMetaData().getKeyValueMetaData()).containsEntry("a key", "a value");
    assertThat(footer.getBlocks().get(0).getColumns())
        .extracting(ColumnChunkMetaData::getCodec)
        .containsOnly(
            compression == Compression.NONE
                ? CompressionCodecName.UNCOMPRESSED
                : compression == Compression.LZ4
                    ? CompressionCodecName.LZ4_RAW
                    : CompressionCodecName.valueOf(compression.name()));
  }

  @Test
  void aFileWithoutRowsIsAFile() throws IOException {
    Written written = Written.write(file(), INTS_AND_TEXT, List.of());
    assertThat(written.summary.rows()).isZero();
    assertThat(written.summary.rowGroups()).isZero();
    assertThat(written.footer().getFileMetaData().getSchema())
        .isEqualTo(INTS_AND_TEXT.messageType());
  }

  @Test
  void aRowGroupHoldsNoMoreRowsThanAskedFor() throws IOException {
    Written written =
        Written.write(
            file(), INTS_AND_TEXT, settings(64 << 20, 300), Map.of(), List.of(chunk(rows(1_000))));
    assertThat(written.footer().getBlocks())
        .extracting(BlockMetaData::getRowCount)
        .containsExactly(300L, 300L, 300L, 100L);
  }

  @Test
  void aRowGroupIsClosedAtItsSize() throws IOException {
    List<RowChunk> chunks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      chunks.add(chunk(rows(50_000)));
    }
    Written written =
        Written.write(file(), INTS_AND_TEXT, settings(1 << 20, Long.MAX_VALUE), Map.of(), chunks);
    assertThat(written.summary.rows()).isEqualTo(400_000);
    List<BlockMetaData> blocks = written.footer().getBlocks();
    assertThat(blocks).hasSizeBetween(4, 20);
    for (BlockMetaData block : blocks.subList(0, blocks.size() - 1)) {
      assertThat(block.getCompressedSize()).isBetween(300_000L, 1_400_000L);
    }
  }

  @Test
  void hugeCellsCloseRowGroupsAtOnceAndHaveNoStatistics() throws IOException {
    List<RowView> huge = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      byte[] cell = new byte[2 << 20];
      new Random(i).nextBytes(cell);
      huge.add(new CellRow(Cells.int32(i), ByteBuffer.wrap(cell)));
    }
    ParquetMapping mapping =
        mapping(Profile.STANDARD, Map.of(), column("k", Scalar.INT), column("b.x", Scalar.BLOB));
    List<RowView> small = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      small.add(new CellRow(Cells.int32(i), Cells.int32(i)));
    }
    Written written =
        Written.write(
            file(),
            mapping,
            settings(5 << 20, Long.MAX_VALUE),
            Map.of(),
            List.of(chunk(small), chunk(huge), chunk(small)));
    List<BlockMetaData> blocks = written.footer().getBlocks();
    assertThat(blocks).extracting(BlockMetaData::getRowCount).startsWith(1_000L, 2L, 2L, 2L);
    assertThat(blocks.get(0).getColumns().get(1).getStatistics().hasNonNullValue()).isTrue();
    assertThat(blocks.get(1).getColumns().get(1).getStatistics().hasNonNullValue()).isFalse();
    assertThat(written.rows().get(1_003).getBinary(1, 0).length()).isEqualTo(2 << 20);
    assertThat(written.summary.rows()).isEqualTo(2_006);
  }

  @Test
  void longValuesHaveNoStatisticsAndShortOnesAreComparedAsUtf8() throws IOException {
    List<RowView> rows =
        List.of(
            new CellRow(Cells.int32(2), Cells.text("é")),
            new CellRow(Cells.int32(-1), Cells.text("z")),
            new CellRow(Cells.int32(9), null));
    List<ColumnChunkMetaData> columns =
        Written.write(file(), INTS_AND_TEXT, rows).footer().getBlocks().get(0).getColumns();
    Statistics<?> texts = columns.get(1).getStatistics();
    assertThat(texts.minAsString()).isEqualTo("z");
    assertThat(texts.maxAsString()).isEqualTo("é");
    assertThat(texts.getNumNulls()).isEqualTo(1);
    assertThat(columns.get(0).getStatistics().minAsString()).isEqualTo("-1");
    assertThat(columns.get(0).getColumnIndexReference()).isNotNull();
    assertThat(columns.get(0).getOffsetIndexReference()).isNotNull();
    List<RowView> longRows = List.of(new CellRow(Cells.int32(1), Cells.text("x".repeat(3_000))));
    ColumnChunkMetaData column =
        Written.write(file(), INTS_AND_TEXT, longRows)
            .footer()
            .getBlocks()
            .get(0)
            .getColumns()
            .get(1);
    assertThat(column.getStatistics().hasNonNullValue()).isFalse();
  }

  @Test
  void aTableOfKeysAloneIsWritten() throws IOException {
    ParquetMapping mapping =
        mapping(
            Profile.STANDARD,
            Map.of(),
            new Column("a", Scalar.INT, ColumnRole.PARTITION_KEY),
            new Column("b", Scalar.UUID, ColumnRole.CLUSTERING));
    Written written =
        Written.write(
            file(), mapping, List.of(new CellRow(Cells.int32(1), ByteBuffer.allocate(16))));
    assertThat(written.rows().get(0).getString("b", 0))
        .isEqualTo("00000000-0000-0000-0000-000000000000");
  }

  @Test
  void aFileThatExistsIsWrittenOver() throws IOException {
    Files.write(file(), new byte[1 << 20]);
    Written written = Written.write(file(), INTS_AND_TEXT, rows(3));
    assertThat(written.rows()).hasSize(3);
    assertThat(Files.size(file())).isLessThan(10_000);
  }

  @Test
  void closingWithoutFinishingLeavesNoFooter() throws IOException {
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file()), INTS_AND_TEXT, SETTINGS, Map.of())) {
      sink.write(chunk(rows(10)), (row, column, reason) -> {});
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(ParquetFileWriter.MAGIC);
  }

  @Test
  void nothingCanBeWrittenAfterTheEndOrAFailure() throws IOException {
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file()), INTS_AND_TEXT, SETTINGS, Map.of())) {
      sink.finish();
      assertThatThrownBy(sink::finish).isInstanceOf(IllegalStateException.class);
    }
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file()), INTS_AND_TEXT, SETTINGS, Map.of())) {
      RowChunk wrong = chunk(List.of(new CellRow(Cells.bytes("0102"), null)));
      assertThatThrownBy(() -> sink.write(wrong, (row, column, reason) -> {}))
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("Column k has a cell that is no int: a value of 2 bytes, not 4");
      assertThatThrownBy(sink::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Writing the file has failed before");
    }
  }

  @Test
  void bytesGrowWithWhatIsWritten() throws IOException {
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file()), INTS_AND_TEXT, SETTINGS, Map.of())) {
      sink.write(chunk(rows(10_000)), (row, column, reason) -> {});
      assertThat(sink.bytes()).isGreaterThan(100_000);
      assertThat(sink.finish().bytes()).isEqualTo(sink.bytes());
    }
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> new ParquetWriteSettings(Compression.SNAPPY, 3, 1, 1))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("COMPRESSION_LEVEL=3 with COMPRESSION='SNAPPY'");
    assertThatThrownBy(() -> new ParquetWriteSettings(Compression.ZSTD, 23, 1, 1))
        .hasMessageContaining("Give a level from 1 to 22");
    assertThatThrownBy(() -> new ParquetWriteSettings(Compression.GZIP, -1, 1, 1))
        .hasMessageContaining("Give a level from 0 to 9");
    assertThatThrownBy(() -> new ParquetWriteSettings(Compression.NONE, null, 0, 1))
        .hasMessageContaining("ROWGROUP_BYTES=0");
    assertThatThrownBy(() -> new ParquetWriteSettings(Compression.NONE, null, 1, 0))
        .hasMessageContaining("CHUNKSIZE=0");
  }

  @Test
  void dictionariesAreUsedWhereValuesRepeatAndGivenUpWhereTheyDoNot() throws IOException {
    List<RowView> rows = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      rows.add(new CellRow(Cells.int32(i), Cells.text("one of a hundred " + i % 100)));
    }
    List<ColumnChunkMetaData> columns =
        Written.write(file(), INTS_AND_TEXT, rows).footer().getBlocks().get(0).getColumns();
    assertThat(columns.get(0).hasDictionaryPage()).isFalse();
    assertThat(columns.get(1).hasDictionaryPage()).isTrue();
    assertThat(columns.get(1).getEncodingStats().hasNonDictionaryEncodedPages()).isFalse();
  }
}
