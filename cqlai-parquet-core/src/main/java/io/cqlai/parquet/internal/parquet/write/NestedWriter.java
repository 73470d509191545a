package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;

/** Writes a place that is a group in the file's schema. */
abstract class NestedWriter extends FieldWriter {

  /** What the place is made of, in the schema's order. */
  final FieldWriter[] fields;

  private final Counter emptied;

  /**
   * @param emptied counts the zero-length values that become null
   */
  NestedWriter(int nullDefinition, Counter emptied, FieldWriter... fields) {
    super(nullDefinition);
    this.emptied = emptied;
    this.fields = fields;
  }

  @Override
  final boolean present(int length) {
    return ValueWriter.isSome(length, emptied);
  }

  @Override
  final void writeNull(int repetition, int definition) {
    for (FieldWriter field : fields) {
      field.writeNull(repetition, definition);
    }
  }
}
