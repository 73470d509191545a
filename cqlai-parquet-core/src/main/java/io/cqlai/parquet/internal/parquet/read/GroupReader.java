package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.value.CellWriter;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * Groups as user-defined types and tuples: each field with its length before it, −1 for null
 * (native protocol, version 5, sections 6.24 and 6.25).
 */
final class GroupReader extends ValueReader {

  private final ValueReader[] fields;
  private final int definition;
  private final int repetition;

  /**
   * Makes a reader.
   *
   * @param fields one for each field of the CQL type, null for one that the file does not have; at
   *     least one is not null
   * @param definition the level from which on the group is there
   * @param repetition the level of the repeated group around
   */
  GroupReader(List<ValueReader> fields, int definition, int repetition) {
    super(
        fields.stream()
            .filter(Objects::nonNull)
            .flatMap(field -> field.cursors().stream())
            .toList());
    this.fields = fields.toArray(new ValueReader[0]);
    this.definition = definition;
    this.repetition = repetition;
  }

  @Override
  boolean read(CellWriter out) {
    if (passesAbsent(definition, repetition)) {
      return false;
    }
    for (ValueReader field : fields) {
      putField(field, out);
    }
    return true;
  }

  private void putField(@Nullable ValueReader field, CellWriter out) {
    if (field == null) {
      out.putNull();
      return;
    }
    if (field.first().definition() < definition) {
      throw disagree();
    }
    int mark = out.beginValue();
    if (field.read(out)) {
      out.endValue(mark);
    } else {
      out.endNull(mark);
    }
  }
}
