package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.Nullable;

/** Chooses the form of each value within one column. */
final class ColumnMapper {

  private final Column column;
  private final String source;
  private final Profile profile;
  @Nullable private final Form wanted;
  private final Set<String> possible = new LinkedHashSet<>();
  private boolean fitted;

  /**
   * @param source the table as CQL writes it, or what stands for it in messages
   * @param wanted the form that the TYPES option asks for; null where it does not name the column
   */
  ColumnMapper(Column column, String source, Profile profile, @Nullable Form wanted) {
    this.column = column;
    this.source = source;
    this.profile = profile;
    this.wanted = wanted;
  }

  MappedColumn map(boolean required) {
    MappedField field = field(column.name(), column.type(), required);
    if (wanted != null && !fitted) {
      throw mismatch(
          "nothing in it can be written as " + wanted.notation(),
          "Possible is " + String.join(", ", possible));
    }
    return new MappedColumn(column, field, column.role().isKey() || profile == Profile.MIGRATION);
  }

  private MappedField field(String name, CqlType type, boolean required) {
    if (type instanceof CqlType.Scalar || type instanceof CqlType.Custom) {
      return new MappedField(name, type, form(TypeForms.of(type)), required, List.of());
    }
    return new MappedField(name, type, null, required, children(type));
  }

  private List<MappedField> children(CqlType type) {
    if (type instanceof CqlType.ListOf list) {
      return List.of(field("element", list.element(), false));
    }
    if (type instanceof CqlType.SetOf set) {
      return List.of(field("element", set.element(), false));
    }
    if (type instanceof CqlType.VectorOf vector) {
      return List.of(field("element", vector.element(), true));
    }
    if (type instanceof CqlType.MapOf map) {
      return List.of(field("key", map.key(), true), field("value", map.value(), false));
    }
    List<MappedField> fields = new ArrayList<>();
    if (type instanceof CqlType.TupleOf tuple) {
      for (CqlType component : tuple.components()) {
        fields.add(field("field_" + fields.size(), component, false));
      }
    } else if (type instanceof CqlType.UserDefined user) {
      user.fields().forEach(f -> fields.add(field(f.name(), f.type(), false)));
    }
    if (fields.isEmpty()) {
      throw mismatch("a group needs at least one field", "Leave the column out");
    }
    return fields;
  }

  private Form form(TypeForms forms) {
    boolean key = column.role().isKey();
    Form byDefault = key ? forms.keyForm(profile) : forms.form(profile);
    possible.addAll(forms.notations());
    if (wanted == null || !forms.fits(wanted)) {
      return byDefault;
    }
    if (key && !forms.keepsKeysApart(wanted)) {
      throw mismatch(
          "it is part of the primary key, and in "
              + wanted.notation()
              + " two keys could become one",
          "Use " + byDefault.notation() + ", or leave the column out of TYPES");
    }
    fitted = true;
    return wanted;
  }

  private TransferException mismatch(String why, String remedy) {
    return TransferException.of(
        ErrorCode.TYPE_MISMATCH,
        "Cannot convert type "
            + column.type().toCql()
            + " to Parquet: column "
            + column.cqlName()
            + " of "
            + source
            + "; "
            + why,
        remedy);
  }
}
