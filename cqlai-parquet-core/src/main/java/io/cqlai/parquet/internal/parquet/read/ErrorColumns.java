package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.page.ColumnChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The columns of a file of rejected rows: those of the file that they come from, then what went
 * wrong. Where rows are rejected that were rejected before, the new reasons replace the old.
 *
 * @param schema all columns
 * @param leaves the numbers of the copied columns in the schema that they come from, ascending
 */
record ErrorColumns(MessageType schema, int[] leaves) {

  private static final List<String> NAMES =
      List.of("_file", "_row_group", "_row", "_column", "_reason");

  static ErrorColumns of(ParquetSource source) {
    MessageType original = source.schema();
    boolean again = NAMES.stream().allMatch(original::containsField);
    List<Type> fields = new ArrayList<>();
    IntStream.Builder leaves = IntStream.builder();
    int leaf = 0;
    for (Type field : original.getFields()) {
      int next = leaf + Position.leaves(field);
      boolean old = again && NAMES.contains(field.getName());
      if (!old && IntStream.range(leaf, next).allMatch(i -> isReadable(source, i))) {
        fields.add(field);
        IntStream.range(leaf, next).forEach(leaves::add);
      }
      leaf = next;
    }
    for (String name : NAMES) {
      fields.add(column(name, fields));
    }
    return new ErrorColumns(new MessageType(original.getName(), fields), leaves.build().toArray());
  }

  private static boolean isReadable(ParquetSource source, int leaf) {
    for (Footer.RowGroup group : source.footer().rowGroups()) {
      ColumnChunk chunk = group.columns().get(leaf);
      if (chunk == null || chunk.codec() == CompressionCodecName.BROTLI) {
        return false;
      }
    }
    return true;
  }

  private static Type column(String name, List<Type> taken) {
    String free = name;
    while (isTaken(free, taken)) {
      free = "_" + free;
    }
    return switch (name) {
      case "_row_group" -> Types.required(PrimitiveTypeName.INT32).named(free);
      case "_row" -> Types.required(PrimitiveTypeName.INT64).named(free);
      default ->
          Types.required(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(free);
    };
  }

  private static boolean isTaken(String name, List<Type> fields) {
    return fields.stream().anyMatch(field -> field.getName().equals(name));
  }
}
