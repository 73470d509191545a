package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;

/** The fields of one value of a user-defined type, which may come in any order, or not at all. */
public final class FieldValues {

  private final CqlType.UserDefined type;
  private final CellWriter[] values;

  /** Makes a value without fields. */
  public FieldValues(CqlType.UserDefined type) {
    this.type = type;
    this.values = new CellWriter[type.fields().size()];
  }

  /**
   * Returns the position of a field.
   *
   * @throws UnfitValue when the type has none of this name, or it was begun before
   */
  public int index(String name) throws UnfitValue {
    for (int i = 0; i < values.length; i++) {
      if (type.fields().get(i).name().equals(name)) {
        if (values[i] != null) {
          throw new UnfitValue("the field " + name + " is there twice");
        }
        return i;
      }
    }
    throw new UnfitValue(type.toCql() + " has no field " + name);
  }

  /** Begins a field; its value is put into the writer that is returned, with its length. */
  public CellWriter begin(int index) {
    values[index] = new CellWriter();
    return values[index];
  }

  /** Puts all fields in their order; those that are missing at the end are left out. */
  public void putAll(CellWriter out) {
    int missing = 0;
    for (CellWriter value : values) {
      if (value == null) {
        missing++;
        continue;
      }
      for (; missing > 0; missing--) {
        out.putNull();
      }
      out.putBytes(value.toBuffer());
    }
  }
}
