package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Form;
import io.cqlai.parquet.internal.parquet.MappedField;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.schema.CqlType;
import java.util.Iterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;

/** Turns a mapping into writers, so that the loop over rows has nothing left to decide. */
final class WriterTree {

  private final RowGroupEncoder rowGroup;
  private final Iterator<ColumnDescriptor> leaves; // in the order in which the tree is made

  private WriterTree(RowGroupEncoder rowGroup, MessageType schema) {
    this.rowGroup = rowGroup;
    this.leaves = schema.getColumns().iterator();
  }

  /**
   * Returns the writers of the table's columns, in their order.
   *
   * @param rowGroup which they write into
   */
  static FieldWriter[] of(ParquetMapping mapping, LossCounters losses, RowGroupEncoder rowGroup) {
    WriterTree tree = new WriterTree(rowGroup, mapping.messageType());
    return mapping.columns().stream()
        .map(c -> tree.writer(c.field(), new ValueWriters(c.column().name(), losses), 0, 0))
        .toArray(FieldWriter[]::new);
  }

  /**
   * @param definition the definition level of what is around the field
   * @param repetition the repetition level of what is around the field
   */
  private FieldWriter writer(
      MappedField field, ValueWriters values, int definition, int repetition) {
    int nullDefinition = field.required() ? FieldWriter.REQUIRED : definition;
    int present = field.required() ? definition : definition + 1;
    if (field.form() == Form.Simple.EXACT) {
      return new ExactDecimalWriter(
          nullDefinition,
          values.emptied(),
          leaf(FieldWriter.REQUIRED, new BytesWriters.AsTheyAre()),
          leaf(FieldWriter.REQUIRED, new NumberWriters.OfInt(values.emptied())));
    }
    if (field.form() != null) {
      return leaf(nullDefinition, values.of(field));
    }
    CqlType type = field.type();
    if (type instanceof CqlType.TupleOf || type instanceof CqlType.UserDefined) {
      return new StructWriter(
          nullDefinition, values.emptied(), type, children(field, values, present, repetition));
    }
    return new ElementsWriter(
        new ElementsWriter.Place(nullDefinition, present, repetition + 1),
        values.emptied(),
        Cursor.ofElements(type),
        children(field, values, present + 1, repetition + 1));
  }

  private FieldWriter[] children(
      MappedField field, ValueWriters values, int definition, int repetition) {
    return field.children().stream()
        .map(child -> writer(child, values, definition, repetition))
        .toArray(FieldWriter[]::new);
  }

  private FieldWriter leaf(int nullDefinition, ValueWriter values) {
    ColumnDescriptor column = leaves.next();
    return new LeafWriter(
        nullDefinition,
        values,
        new ColumnTarget(rowGroup.column(column), column.getMaxDefinitionLevel()));
  }
}
