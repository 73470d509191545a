package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.internal.parquet.FieldPrecision;
import io.cqlai.parquet.internal.parquet.convert.Conversions;
import io.cqlai.parquet.internal.parquet.convert.FileKind;
import io.cqlai.parquet.internal.parquet.convert.Leaf;
import io.cqlai.parquet.internal.parquet.convert.Rule;
import io.cqlai.parquet.internal.value.VectorLayout;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.schema.CqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.VariantLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Finds out how a field of a file becomes a CQL type, or why it cannot. */
final class FieldMapper {

  private final Conversion allowed;
  private final PartNulls nulls;
  private final Consumer<String> warnings;
  private boolean exactDecimals;

  /**
   * Makes a mapper.
   *
   * @param allowed which conversions may be made
   * @param nulls which parts of values may be null
   * @param warnings is told what a user should know of a column, as a sentence without its subject
   */
  FieldMapper(Conversion allowed, PartNulls nulls, Consumer<String> warnings) {
    this.allowed = allowed;
    this.nulls = nulls;
    this.warnings = warnings;
  }

  /**
   * Returns the plan for a field at the top of the schema.
   *
   * @param firstLeaf the number in the schema of the first column within
   * @throws NoConversion when there is no way
   */
  FieldPlan map(Type field, CqlType cql, int firstLeaf) throws NoConversion {
    return map(Position.ofField(field, cql, 0, 0, firstLeaf, ""));
  }

  /** Returns what a field keeps of the values in it, once it was mapped. */
  KeptPrecision kept(Type field) {
    KeptPrecision kept = FieldPrecision.of(field);
    return exactDecimals ? kept.ofExactDecimals() : kept;
  }

  private FieldPlan map(Position at) throws NoConversion {
    CqlType cql = at.cql();
    if (!at.repeats() && at.type().isPrimitive()) {
      return leaf(at);
    } else if (cql instanceof CqlType.ListOf list) {
      return list(at, list.element(), list.frozen() || !at.isCell() || keepsNulls(), false);
    } else if (cql instanceof CqlType.SetOf set) {
      return list(at, set.element(), keepsNulls(), true);
    } else if (cql instanceof CqlType.MapOf map) {
      return map(at, map);
    } else if (cql instanceof CqlType.VectorOf vector) {
      return vector(at, vector);
    } else if (!at.repeats() && !isVariant(at.type())) {
      GroupType group = at.type().asGroupType();
      if (cql instanceof CqlType.UserDefined defined) {
        return userDefined(at, group, defined);
      } else if (cql instanceof CqlType.TupleOf tuple) {
        return tuple(at, group, tuple);
      } else if (cql == CqlType.Scalar.DECIMAL && FieldPrecision.isExactDecimal(group)) {
        exactDecimals = true;
        return new FieldPlan.OfExactDecimal(
            at.leaf(), at.leaf() + 1, at.definition(), at.repetition(), at.part());
      }
    }
    throw NoConversion.ofTypes(at, null);
  }

  private boolean keepsNulls() {
    return nulls == PartNulls.KEPT;
  }

  private static boolean isVariant(Type type) {
    return type.getLogicalTypeAnnotation() instanceof VariantLogicalTypeAnnotation;
  }

  private FieldPlan leaf(Position at) throws NoConversion {
    PrimitiveType type = at.type().asPrimitiveType();
    Leaf leaf = Leaf.of(type);
    // A column of nothing but nulls fits a list as well.
    CqlType cql = leaf.kind() == FileKind.UNKNOWN ? CqlType.Scalar.TEXT : at.cql();
    Optional<Rule> rule = Conversions.find(leaf, cql);
    if (rule.isEmpty() || !rule.get().isAllowedBy(allowed)) {
      throw NoConversion.ofTypes(at, rule.map(Rule::needs).orElse(null));
    }
    warnOfZone(type);
    return new FieldPlan.OfLeaf(at.leaf(), leaf, rule.get(), at.part());
  }

  private void warnOfZone(PrimitiveType type) {
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      warnings.accept("INT96 has no time zone and is taken as UTC");
    } else if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time
        && !time.isAdjustedToUTC()) {
      warnings.accept("its timestamps have no time zone and are taken as UTC");
    }
  }

  private FieldPlan list(Position at, CqlType element, boolean nullsAllowed, boolean distinct)
      throws NoConversion {
    FieldPlan plan = map(elementOf(at, listShape(at), element));
    return new FieldPlan.OfList(
        plan, at.levels(), nullsAllowed, distinct ? element : null, at.part());
  }

  private FieldPlan vector(Position at, CqlType.VectorOf vector) throws NoConversion {
    FieldPlan plan = map(elementOf(at, listShape(at), vector.element()));
    boolean fixed = VectorLayout.fixedElementSize(vector.element()).isPresent();
    return new FieldPlan.OfVector(plan, at.levels(), vector.dimensions(), fixed, at.part());
  }

  private static RepeatedShape listShape(Position at) throws NoConversion {
    RepeatedShape shape = RepeatedShape.ofList(at);
    if (shape == null) {
      throw NoConversion.ofTypes(at, null);
    }
    return shape;
  }

  private static Position elementOf(Position list, RepeatedShape shape, CqlType cql) {
    RepeatedLevels levels = list.levels();
    String part = list.within("element");
    if (shape.inner() != null) {
      return Position.ofField(
          shape.inner(), cql, levels.occurs(), levels.repeats(), list.leaf(), part);
    }
    return new Position(
        shape.repeated(), cql, levels.occurs(), levels.repeats(), list.leaf(), part, false);
  }

  private FieldPlan map(Position at, CqlType.MapOf map) throws NoConversion {
    RepeatedShape shape = RepeatedShape.ofMap(at);
    if (shape == null) {
      throw NoConversion.ofTypes(at, null);
    }
    Position entry = elementOf(at, shape, map);
    GroupType group = entry.type().asGroupType();
    Position key = fieldAt(entry, group, 0, map.key(), at.within("key"));
    Position value = fieldAt(entry, group, 1, map.value(), at.within("value"));
    return new FieldPlan.OfMap(
        map(key), map(value), at.levels(), keepsNulls(), map.key(), at.part());
  }

  private FieldPlan userDefined(Position at, GroupType group, CqlType.UserDefined type)
      throws NoConversion {
    List<String> unused = new ArrayList<>(group.getFields().stream().map(Type::getName).toList());
    List<FieldPlan> plans = new ArrayList<>();
    for (CqlType.Field field : type.fields()) {
      boolean found = unused.remove(field.name());
      int index = found ? group.getFieldIndex(field.name()) : -1;
      plans.add(found ? field(at, group, index, field.type()) : null);
    }
    if (unused.size() == group.getFieldCount()) {
      throw new NoConversion(
          at, "it has none of the fields of " + type.toCql(), "Name its fields as the type does");
    }
    if (!unused.isEmpty()) {
      warnings.accept("fields that " + type.toCql() + " lacks are left out: " + unused);
    }
    return new FieldPlan.OfGroup(plans, at.definition(), at.repetition());
  }

  private FieldPlan tuple(Position at, GroupType group, CqlType.TupleOf type) throws NoConversion {
    int components = type.components().size();
    int fields = group.getFieldCount();
    if (fields > components) {
      throw new NoConversion(
          at,
          "it has " + fields + " fields for " + components + " components, taken by position",
          "Leave out the fields beyond them");
    }
    List<FieldPlan> plans = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      plans.add(i < fields ? field(at, group, i, type.components().get(i)) : null);
    }
    if (fields < components) {
      warnings.accept("it has " + fields + " of " + components + " components, the rest is null");
    }
    return new FieldPlan.OfGroup(plans, at.definition(), at.repetition());
  }

  private FieldPlan field(Position at, GroupType group, int index, CqlType cql)
      throws NoConversion {
    String part = at.within("field " + group.getFieldName(index));
    return map(fieldAt(at, group, index, cql, part));
  }

  private static Position fieldAt(
      Position group, GroupType type, int index, CqlType cql, String part) {
    int leaf = group.leaf();
    for (int i = 0; i < index; i++) {
      leaf += Position.leaves(type.getType(i));
    }
    return Position.ofField(
        type.getType(index), cql, group.definition(), group.repetition(), leaf, part);
  }
}
