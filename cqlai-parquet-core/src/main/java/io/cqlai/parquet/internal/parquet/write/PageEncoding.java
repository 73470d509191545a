package io.cqlai.parquet.internal.parquet.write;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainFixedLenArrayDictionaryValuesWriter;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * How the pages of one row group are encoded: version 1 of the format, which every reader knows,
 * with dictionaries, checksums and statistics. Columns with huge cells go without dictionary and
 * statistics, which would hold such cells in memory for no use.
 */
final class PageEncoding {

  /** Pages close at about this many bytes, as most writers have it. */
  static final int PAGE_BYTES = 1 << 20;

  /** The most rows in a page: it bounds what a reader that seeks has to skip. */
  static final int PAGE_ROWS = 20_000;

  private static final int LEAST_DICTIONARY_BYTES = 1 << 12;

  /** Dictionaries together may take this part of a row group, in their encoded size. */
  private static final int DICTIONARY_SHARE = 4;

  private PageEncoding() {}

  /**
   * Returns the encoding of a row group.
   *
   * @param rowGroupBytes the size at which it is closed
   * @param wide the columns in which huge cells were seen
   */
  static ParquetProperties of(MessageType schema, long rowGroupBytes, Set<String> wide) {
    List<ColumnDescriptor> columns = schema.getColumns();
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withPageSize(PAGE_BYTES)
            .withPageRowCountLimit(PAGE_ROWS)
            .withDictionaryPageSize(dictionaryBytes(rowGroupBytes, columns.size()))
            .withPageWriteChecksumEnabled(true)
            .withSizeStatisticsEnabled(false);
    Set<ColumnDescriptor> plain = new HashSet<>();
    if (!wide.isEmpty()) {
      // A page is closed after each row that fills it, and not after a hundred such rows.
      builder.withMinRowCountForPageSizeCheck(1).estimateRowCountForPageSizeCheck(false);
      for (ColumnDescriptor column : columns) {
        if (wide.contains(column.getPath()[0])
            && column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
          plain.add(column);
          withoutStatistics(builder, column);
        }
      }
    }
    return builder.withValuesWriterFactory(new Values(plain)).build();
  }

  /**
   * Takes statistics from a column. Parquet names the column by a text in which dots part the
   * names; where a name has a dot itself, only all columns together can be named.
   */
  private static void withoutStatistics(
      ParquetProperties.Builder builder, ColumnDescriptor column) {
    if (Arrays.stream(column.getPath()).anyMatch(name -> name.contains("."))) {
      builder.withStatisticsEnabled(false);
    } else {
      builder.withStatisticsEnabled(String.join(".", column.getPath()), false);
    }
  }

  private static int dictionaryBytes(long rowGroupBytes, int columns) {
    long share = rowGroupBytes / DICTIONARY_SHARE / columns;
    return (int) Math.max(LEAST_DICTIONARY_BYTES, Math.min(PAGE_BYTES, share));
  }

  /** Parquet's own encodings, and dictionaries for values of a fixed length as well. */
  private static final class Values implements ValuesWriterFactory {
    private final DefaultV1ValuesWriterFactory defaults = new DefaultV1ValuesWriterFactory();
    private final Set<ColumnDescriptor> plain;
    private ParquetProperties properties = ParquetProperties.builder().build();

    Values(Set<ColumnDescriptor> plain) {
      this.plain = plain;
    }

    @Override
    public void initialize(ParquetProperties ofRowGroup) {
      properties = ofRowGroup;
      defaults.initialize(ofRowGroup);
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
      if (plain.contains(column)) {
        return new PlainValuesWriter(
            properties.getInitialSlabSize(), PAGE_BYTES, properties.getAllocator());
      }
      if (column.getPrimitiveType().getPrimitiveTypeName()
          != PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
        return defaults.newValuesWriter(column);
      }
      int length = column.getPrimitiveType().getTypeLength();
      return FallbackValuesWriter.of(
          new PlainFixedLenArrayDictionaryValuesWriter(
              properties.getDictionaryPageSizeThreshold(),
              length,
              Encoding.RLE_DICTIONARY,
              Encoding.PLAIN,
              properties.getAllocator()),
          new FixedLenByteArrayPlainValuesWriter(
              length, properties.getInitialSlabSize(), PAGE_BYTES, properties.getAllocator()));
    }
  }
}
