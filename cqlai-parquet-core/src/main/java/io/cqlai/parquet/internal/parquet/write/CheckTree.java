package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Form;
import io.cqlai.parquet.internal.parquet.MappedColumn;
import io.cqlai.parquet.internal.parquet.MappedField;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import java.util.List;
import javax.annotation.Nullable;

/** Turns a mapping into checks: only places that can reject a value have one. */
final class CheckTree {

  private final boolean exact;
  private final boolean whole;

  /**
   * @param exact whether each value has to come back by its bytes
   * @param whole whether a tuple or user-defined type has to have all its fields
   */
  private CheckTree(boolean exact, boolean whole) {
    this.exact = exact;
    this.whole = whole;
  }

  /** Returns the check of a column's values, or null where the file can hold all of them. */
  @Nullable
  static ValueCheck of(MappedColumn column) {
    // Cassandra holds missing fields and nulls to be the same, except where it hashes the bytes.
    boolean whole = column.column().role() == ColumnRole.PARTITION_KEY;
    return new CheckTree(column.exact(), whole).check(column.field());
  }

  @Nullable
  private ValueCheck check(MappedField field) {
    ValueCheck inner = field.form() == null ? children(field) : leaf(field);
    if (!hasEmptyValue(field.type()) && (exact || field.required())) {
      ValueCheck empty = notEmpty(field.type());
      return inner == null ? empty : empty.and(inner);
    }
    return inner;
  }

  private static boolean hasEmptyValue(CqlType type) {
    return type == CqlType.Scalar.TEXT
        || type == CqlType.Scalar.ASCII
        || type == CqlType.Scalar.BLOB
        || type instanceof CqlType.Custom;
  }

  private static ValueCheck notEmpty(CqlType type) {
    String reason = "a zero-length " + type.toCql() + " would come back as null";
    return value -> value.hasRemaining() ? null : reason;
  }

  @Nullable
  private ValueCheck leaf(MappedField field) {
    Form form = field.form();
    if (!(field.type() instanceof CqlType.Scalar scalar)) {
      return null;
    }
    return switch (scalar) {
      case BOOLEAN -> exact ? LeafChecks::booleanByte : null;
      case TIME -> LeafChecks::timeOfDay;
      case TIMESTAMP -> form == Form.Simple.TIMESTAMP_MICROS ? LeafChecks::microsFit : null;
      case INET -> LeafChecks::address;
      case DURATION -> exact ? LeafChecks::durationExact : LeafChecks::duration;
      case VARINT -> varint(form);
      case DECIMAL -> decimal(form);
      case ASCII,
          BIGINT,
          BLOB,
          COUNTER,
          DATE,
          DOUBLE,
          FLOAT,
          INT,
          SMALLINT,
          TEXT,
          TIMEUUID,
          TINYINT,
          UUID ->
          null;
    };
  }

  @Nullable
  private ValueCheck varint(@Nullable Form form) {
    ValueCheck fits = form instanceof Form.Decimal decimal ? LeafChecks.varintFits(decimal) : null;
    if (!exact) {
      return fits;
    }
    ValueCheck minimal = LeafChecks::varintMinimal;
    return fits == null ? minimal : minimal.and(fits);
  }

  @Nullable
  private ValueCheck decimal(@Nullable Form form) {
    if (form instanceof Form.Decimal decimal) {
      return LeafChecks.decimalFits(decimal);
    }
    if (form == Form.Simple.EXACT) {
      return LeafChecks::decimalHasScale;
    }
    return exact ? LeafChecks::decimalTextExact : LeafChecks::decimalValid;
  }

  @Nullable
  private ValueCheck children(MappedField field) {
    ValueCheck[] checks = new ValueCheck[field.children().size()];
    boolean any = false;
    for (int i = 0; i < checks.length; i++) {
      ValueCheck check = check(field.children().get(i));
      checks[i] = check == null ? ValueCheck.FITS : check;
      any |= check != null;
    }
    CqlType type = field.type();
    boolean fields = type instanceof CqlType.TupleOf || type instanceof CqlType.UserDefined;
    if (!any && !(fields && whole)) {
      return null;
    }
    if (fields) {
      List<String> names = field.children().stream().map(c -> "field " + c.name()).toList();
      return new NestedCheck.OfFields(whole, names, checks);
    }
    List<String> names =
        type instanceof CqlType.MapOf ? List.of("key", "value of entry") : List.of("element");
    return new NestedCheck.OfElements(Cursor.ofElements(type), names, checks);
  }
}
