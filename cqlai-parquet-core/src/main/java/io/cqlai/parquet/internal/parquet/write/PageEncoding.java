package io.cqlai.parquet.internal.parquet.write;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * How the pages of one row group are encoded: version 1 of the format, which every reader knows,
 * with dictionaries, checksums and statistics. Columns with huge cells go without dictionary and
 * statistics, which would hold such cells in memory for no use.
 */
final class PageEncoding {

  /** Pages close at about this many bytes, as most writers have it. */
  static final int PAGE_BYTES = 1 << 20;

  /** A page ends with the block in which it has this many rows: a reader that seeks skips them. */
  static final int PAGE_ROWS = 20_000;

  /** Dictionaries together may take this part of a row group, in their encoded size. */
  private static final int DICTIONARY_SHARE = 4;

  /** A smaller dictionary saves nothing; where columns are many their buffers fill the memory. */
  private static final int LEAST_DICTIONARY_BYTES = 1 << 12;

  private PageEncoding() {}

  /**
   * Returns the encoding of a row group.
   *
   * @param rowGroupBytes the size at which it is closed
   * @param wide the columns in which huge cells were seen
   */
  static ParquetProperties of(MessageType schema, long rowGroupBytes, Set<String> wide) {
    List<ColumnDescriptor> columns = schema.getColumns();
    int dictionaryBytes = dictionaryBytes(rowGroupBytes, columns.size());
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withPageSize(PAGE_BYTES)
            .withPageRowCountLimit(PAGE_ROWS)
            .withDictionaryPageSize(Math.max(1, dictionaryBytes))
            .withPageWriteChecksumEnabled(true)
            .withSizeStatisticsEnabled(false);
    Set<ColumnDescriptor> plain = new HashSet<>(dictionaryBytes == 0 ? columns : List.of());
    if (!wide.isEmpty()) {
      // A page is closed after each block of rows that fills it, and not after a hundred rows.
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

  /** Returns the most bytes of each dictionary, or 0 for none. */
  private static int dictionaryBytes(long rowGroupBytes, int columns) {
    long share = rowGroupBytes / DICTIONARY_SHARE / columns;
    return share < LEAST_DICTIONARY_BYTES ? 0 : (int) Math.min(PAGE_BYTES, share);
  }

  /** Plain values, after a dictionary where it may pay. */
  private static final class Values implements ValuesWriterFactory {
    private final Set<ColumnDescriptor> plain;
    private ParquetProperties properties = ParquetProperties.builder().build();

    Values(Set<ColumnDescriptor> plain) {
      this.plain = plain;
    }

    @Override
    public void initialize(ParquetProperties ofRowGroup) {
      properties = ofRowGroup;
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
      ValuesWriter values = plainValues(column.getPrimitiveType());
      return plain.contains(column) ? values : TrialDictionary.of(column, properties, values);
    }

    private ValuesWriter plainValues(PrimitiveType type) {
      int slab = properties.getInitialSlabSize();
      return switch (type.getPrimitiveTypeName()) {
        case BOOLEAN -> new BooleanPlainValuesWriter();
        case FIXED_LEN_BYTE_ARRAY ->
            new FixedLenByteArrayPlainValuesWriter(
                type.getTypeLength(), slab, PAGE_BYTES, properties.getAllocator());
        default -> new PlainValuesWriter(slab, PAGE_BYTES, properties.getAllocator());
      };
    }
  }
}
