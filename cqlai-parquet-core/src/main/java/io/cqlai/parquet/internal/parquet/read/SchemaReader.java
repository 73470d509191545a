package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.page.FileFault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Makes a schema of its elements, which the footer has as a flat list. */
final class SchemaReader {

  /** A CQL type sixty collections deep makes 180 levels. Parquet-java recurses into each. */
  private static final int MAX_DEPTH = 400;

  private SchemaReader() {}

  static MessageType read(FileMetaData metadata) {
    List<SchemaElement> elements = metadata.getSchema();
    checkTree(elements);
    FileMetaData bare = new FileMetaData();
    bare.setSchema(elements);
    MessageType schema;
    try {
      schema =
          new ParquetMetadataConverter().fromParquetMetadata(bare).getFileMetaData().getSchema();
    } catch (IOException | RuntimeException e) {
      throw FileFault.of(e);
    }
    checkNames(schema);
    return schema;
  }

  private static void checkTree(List<SchemaElement> elements) {
    // How many children of each group on the way down are still to come.
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < elements.size(); i++) {
      SchemaElement element = elements.get(i);
      if (i > 0) {
        if (open.isEmpty()) {
          throw FileFault.corrupt("a schema with elements that belong to no group");
        }
        open.push(open.pop() - 1);
      }
      int children = element.isSetType() ? 0 : element.getNum_children();
      if (children < 0 || children > elements.size() || (!element.isSetType() && children == 0)) {
        throw FileFault.corrupt("a group of " + children + " fields in the schema");
      }
      if (element.getType() == org.apache.parquet.format.Type.FIXED_LEN_BYTE_ARRAY
          && element.getType_length() <= 0) {
        throw FileFault.corrupt("values of a fixed " + element.getType_length() + " bytes");
      }
      open.push(children);
      if (open.size() > MAX_DEPTH) {
        throw FileFault.corrupt("a schema of more than " + MAX_DEPTH + " levels");
      }
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
    }
    if (!open.isEmpty() || elements.isEmpty()) {
      throw FileFault.corrupt("a schema that ends before its last field");
    }
  }

  private static void checkNames(GroupType group) {
    Set<String> names = new HashSet<>();
    for (Type field : group.getFields()) {
      if (!names.add(field.getName())) {
        throw FileFault.corrupt("two fields named '" + field.getName() + "'");
      }
      if (!field.isPrimitive()) {
        checkNames(field.asGroupType());
      }
    }
  }
}
