package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.page.ColumnChunk;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.MessageType;

/**
 * What the footer of a file says, after it was checked against the file.
 *
 * @param keyValues the key-value metadata
 * @param rowGroups in their order in the file
 */
record Footer(Map<String, String> keyValues, MessageType schema, List<RowGroup> rowGroups) {

  /**
   * One row group.
   *
   * @param columns one for each leaf of the schema, in that order; null where it is encrypted
   */
  record RowGroup(long rows, List<ColumnChunk> columns) {

    RowGroup {
      columns = Collections.unmodifiableList(columns);
    }
  }

  long rows() {
    return rowGroups.stream().mapToLong(RowGroup::rows).sum();
  }
}
