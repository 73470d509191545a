package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.schema.CqlType;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * One place in a file's schema with the CQL type that it holds.
 *
 * @param name the field's name in the file: for a column and a field of a user-defined type its
 *     name in internal form
 * @param type the CQL type
 * @param form the form of a scalar or custom type; null for a type that is made of others
 * @param required whether the file allows no null here
 * @param children the element of a list, set or vector; key and value of a map; the fields of a
 *     tuple or user-defined type; none for any other
 */
public record MappedField(
    String name, CqlType type, @Nullable Form form, boolean required, List<MappedField> children) {

  public MappedField {
    children = List.copyOf(children);
  }

  /** Returns the form, nested ones within: {@code MAP<STRING, LIST<INT32>>}. */
  public String notation() {
    if (form != null) {
      return form.notation();
    }
    if (type instanceof CqlType.UserDefined) {
      return children.stream()
          .map(child -> child.name() + " " + child.notation())
          .collect(Collectors.joining(", ", "GROUP<", ">"));
    }
    String outer =
        type instanceof CqlType.MapOf ? "MAP" : type instanceof CqlType.TupleOf ? "GROUP" : "LIST";
    return children.stream()
        .map(MappedField::notation)
        .collect(Collectors.joining(", ", outer + "<", ">"));
  }
}
