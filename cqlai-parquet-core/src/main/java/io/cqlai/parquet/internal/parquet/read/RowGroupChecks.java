package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.internal.parquet.page.ColumnChunk;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/** Checks what a footer says of its row groups against the schema, the file and itself. */
final class RowGroupChecks {

  private static final int MAGIC_BYTES = 4;

  private final List<ColumnDescriptor> leaves;
  private final Map<List<String>, Integer> leafByPath = new HashMap<>();
  private final long footerStart;

  /**
   * Makes the checks.
   *
   * @param footerStart the position of the footer: column chunks end before it
   */
  RowGroupChecks(MessageType schema, long footerStart) {
    this.leaves = schema.getColumns();
    this.footerStart = footerStart;
    for (int i = 0; i < leaves.size(); i++) {
      leafByPath.put(Arrays.asList(leaves.get(i).getPath()), i);
    }
  }

  List<Footer.RowGroup> check(FileMetaData metadata) {
    boolean encrypted = metadata.isSetEncryption_algorithm();
    List<Footer.RowGroup> groups = new ArrayList<>();
    long rows = 0;
    for (RowGroup group : metadata.getRow_groups()) {
      long here = group.getNum_rows();
      if (here < 0 || here > Integer.MAX_VALUE) {
        throw FileFault.corrupt("row group " + groups.size() + " with " + here + " rows");
      }
      rows += here;
      try {
        groups.add(new Footer.RowGroup(here, chunks(group, encrypted)));
      } catch (FileFault e) {
        throw new FileFault(
            e.code(), "row group " + groups.size() + ": " + e.getMessage(), e.remedy());
      }
    }
    if (rows != metadata.getNum_rows()) {
      throw FileFault.corrupt(
          "it says " + metadata.getNum_rows() + " rows, and its row groups have " + rows);
    }
    return List.copyOf(groups);
  }

  private List<ColumnChunk> chunks(RowGroup group, boolean encrypted) {
    List<ColumnChunk> chunks = new ArrayList<>(Collections.nCopies(leaves.size(), null));
    int found = 0;
    for (org.apache.parquet.format.ColumnChunk column : group.getColumns()) {
      if (column.isSetFile_path()) {
        throw new FileFault(
            ErrorCode.UNSUPPORTED_FILE,
            "a column chunk in another file, '" + column.getFile_path() + "'",
            "Import the files that hold the data, not their summary");
      }
      if (column.isSetCrypto_metadata()) {
        found++;
      } else if (column.isSetMeta_data()) {
        found += put(chunks, column.getMeta_data(), group.getNum_rows());
      } else {
        throw FileFault.corrupt("a column chunk without metadata");
      }
    }
    if (found != leaves.size() || (!encrypted && chunks.contains(null))) {
      throw FileFault.corrupt(found + " column chunks for " + leaves.size() + " columns");
    }
    return chunks;
  }

  private int put(List<ColumnChunk> chunks, ColumnMetaData column, long rows) {
    List<String> path = column.getPath_in_schema();
    Integer leaf = leafByPath.get(path);
    if (leaf == null || chunks.get(leaf) != null) {
      throw FileFault.corrupt("an unknown or repeated column " + path);
    }
    try {
      chunks.set(leaf, chunk(leaves.get(leaf), column, rows));
    } catch (FileFault e) {
      throw new FileFault(
          e.code(), "column " + String.join(".", path) + ": " + e.getMessage(), e.remedy());
    }
    return 1;
  }

  private ColumnChunk chunk(ColumnDescriptor leaf, ColumnMetaData column, long rows) {
    String type = leaf.getPrimitiveType().getPrimitiveTypeName().name();
    if (column.getType() == null || !column.getType().name().equals(physical(type))) {
      throw FileFault.corrupt(
          "values of type " + column.getType() + " where the schema has " + type);
    }
    if (column.getCodec() == null) {
      throw new FileFault(
          ErrorCode.UNSUPPORTED_FILE,
          "compressed with a codec that did not exist when this version was made",
          "Write the file again with one of today's codecs");
    }
    long values = column.getNum_values();
    boolean flat = leaf.getMaxRepetitionLevel() == 0;
    if (flat ? values != rows : values < rows) {
      throw FileFault.corrupt(values + " values for " + rows + " rows");
    }
    long start = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      start = Math.min(start, column.getDictionary_page_offset());
    }
    long length = column.getTotal_compressed_size();
    if (values == 0) {
      // Of nothing, writers give any place.
      start = MAGIC_BYTES;
      length = 0;
    }
    // The order of the comparisons keeps the sum within 64 bits.
    if (start < MAGIC_BYTES || start > footerStart || length < 0 || length > footerStart - start) {
      throw FileFault.corrupt(
          length + " bytes at " + start + ", beyond the " + footerStart + " before the footer");
    }
    return new ColumnChunk(
        List.of(leaf.getPath()),
        leaf.getPrimitiveType().getPrimitiveTypeName(),
        leaf.getPrimitiveType().getTypeLength(),
        leaf.getMaxRepetitionLevel(),
        leaf.getMaxDefinitionLevel(),
        CompressionCodecName.fromParquet(column.getCodec()),
        start,
        length,
        values);
  }

  private static String physical(String type) {
    return type.equals("BINARY") ? "BYTE_ARRAY" : type;
  }
}
