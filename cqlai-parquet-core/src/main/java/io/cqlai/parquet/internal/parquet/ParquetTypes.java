package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.schema.CqlType;
import java.util.List;
import javax.annotation.Nullable;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * Makes a file's schema. It is built from parts and never written as text to be parsed: a column
 * may have any characters in its name.
 *
 * @see <a
 *     href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#nested-types">the
 *     Parquet format, nested types</a>
 */
final class ParquetTypes {

  /** The bytes of an exact decimal's unscaled value. */
  static final String UNSCALED = "unscaled";

  /** The scale of an exact decimal. */
  static final String SCALE = "scale";

  private ParquetTypes() {}

  static MessageType message(List<MappedField> fields) {
    return new MessageType("schema", fields.stream().map(ParquetTypes::type).toList());
  }

  private static Type type(MappedField field) {
    Repetition repetition = field.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
    Form form = field.form();
    if (form != null) {
      return leaf(field.name(), repetition, form);
    }
    Type[] children = field.children().stream().map(ParquetTypes::type).toArray(Type[]::new);
    if (field.type() instanceof CqlType.MapOf) {
      Type entry = Types.repeatedGroup().addFields(children).named("key_value");
      return Types.buildGroup(repetition)
          .as(LogicalTypeAnnotation.mapType())
          .addField(entry)
          .named(field.name());
    }
    if (field.type() instanceof CqlType.TupleOf || field.type() instanceof CqlType.UserDefined) {
      return Types.buildGroup(repetition).addFields(children).named(field.name());
    }
    Type list = Types.repeatedGroup().addFields(children).named("list");
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.listType())
        .addField(list)
        .named(field.name());
  }

  private static Type leaf(String name, Repetition repetition, Form form) {
    if (form instanceof Form.Decimal decimal) {
      PrimitiveTypeName physical = decimal.physical();
      int length =
          physical == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
              ? Decimals.byteSize(decimal.precision())
              : 0;
      return primitive(
          name,
          repetition,
          physical,
          length,
          LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision()));
    }
    Form.Simple simple = (Form.Simple) form;
    PrimitiveTypeName physical = simple.physical();
    if (physical == null) {
      Type unscaled = primitive(UNSCALED, Repetition.REQUIRED, PrimitiveTypeName.BINARY, 0, null);
      Type scale = primitive(SCALE, Repetition.REQUIRED, PrimitiveTypeName.INT32, 0, null);
      return Types.buildGroup(repetition).addFields(unscaled, scale).named(name);
    }
    int length = physical == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY ? 16 : 0;
    return primitive(name, repetition, physical, length, simple.logical());
  }

  private static Type primitive(
      String name,
      Repetition repetition,
      PrimitiveTypeName physical,
      int length,
      @Nullable LogicalTypeAnnotation logical) {
    return Types.primitive(physical, repetition).length(length).as(logical).named(name);
  }
}
