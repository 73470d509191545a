package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.Nullable;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes rows into one row group. A column that is a primitive in the schema takes its value at
 * once; lists, maps and structures, which need the bookkeeping of levels, go through Parquet's
 * support for groups.
 */
final class RowWriter {

  private final RowGroupEncoder encoder;
  private final ValueWriter[] columns;
  private final int[] primitives;
  private final ColumnTarget[] targets;
  private final ByteBuffer[] cells;
  private final int[] lengths;
  @Nullable private final RecordGroup nested;
  private int column;

  /**
   * @param columns the writers of the schema's fields, in their order
   */
  RowWriter(ValueWriter[] columns, MessageType schema, RowGroupEncoder encoder) {
    this.encoder = encoder;
    this.columns = columns;
    List<Type> fields = schema.getFields();
    this.primitives =
        IntStream.range(0, columns.length).filter(i -> fields.get(i).isPrimitive()).toArray();
    this.targets =
        IntStream.of(primitives)
            .mapToObj(i -> target(schema.getColumnDescription(path(fields.get(i)))))
            .toArray(ColumnTarget[]::new);
    this.cells = new ByteBuffer[primitives.length];
    this.lengths = new int[primitives.length];
    int[] groups =
        IntStream.range(0, columns.length).filter(i -> !fields.get(i).isPrimitive()).toArray();
    this.nested = groups.length == 0 ? null : new RecordGroup(groups, columns);
    if (nested != null) {
      List<Type> types = IntStream.of(groups).mapToObj(fields::get).toList();
      encoder.expectGroups(new MessageType(schema.getName(), types));
    }
  }

  private static String[] path(Type field) {
    return new String[] {field.getName()};
  }

  private ColumnTarget target(ColumnDescriptor descriptor) {
    return new ColumnTarget(encoder.column(descriptor), descriptor.getMaxDefinitionLevel());
  }

  /** Returns the row group. */
  RowGroupEncoder encoder() {
    return encoder;
  }

  void write(RowView row) {
    if (nested != null) {
      nested.at(row);
    }
    // Cells are far apart in memory: all are asked for at once, and none is waited for alone.
    for (int i = 0; i < primitives.length; i++) {
      ByteBuffer cell = row.cell(primitives[i]);
      cells[i] = cell;
      lengths[i] = cell == null ? -1 : cell.remaining();
    }
    for (int i = 0; i < primitives.length; i++) {
      column = primitives[i];
      ValueWriter writer = columns[column];
      if (lengths[i] >= 0 && writer.present(lengths[i])) {
        writer.write(cells[i], targets[i]);
      } else {
        targets[i].addNull();
      }
    }
    if (nested == null) {
      encoder.endRow();
    } else {
      encoder.endRow(nested);
    }
  }

  /** Returns the position of the column that is being written. */
  int column() {
    return nested == null || nested.column() < 0 ? column : nested.column();
  }
}
