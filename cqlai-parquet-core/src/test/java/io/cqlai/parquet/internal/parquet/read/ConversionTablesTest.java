package io.cqlai.parquet.internal.parquet.read;

import static java.util.stream.Collectors.joining;

import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.DocumentedTable;
import io.cqlai.parquet.internal.parquet.convert.Conversions;
import io.cqlai.parquet.internal.parquet.convert.FileKind;
import io.cqlai.parquet.internal.parquet.convert.Rule;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** Keeps docs/conversions.md in step with the code. */
class ConversionTablesTest {

  private static final String PAGE = "conversions.md";

  private static final Map<String, CqlType> SIMPLE = simple();

  /** What the shapes of a file are tried on, in the order of the page. */
  private static final List<CqlType> COMPOUND =
      List.of(
          new CqlType.ListOf(Scalar.INT, false),
          new CqlType.SetOf(Scalar.INT, false),
          new CqlType.VectorOf(Scalar.INT, 3),
          new CqlType.MapOf(Scalar.INT, Scalar.INT, false),
          new CqlType.TupleOf(List.of(Scalar.INT, Scalar.INT)),
          new CqlType.UserDefined(
              "ks",
              "pair",
              List.of(new CqlType.Field("key", Scalar.INT), new CqlType.Field("value", Scalar.INT)),
              true),
          Scalar.DECIMAL,
          Scalar.TEXT,
          Scalar.BLOB);

  private static final List<String> SHAPES =
      List.of(
          "group c (LIST) { repeated group list { optional int32 element; } }",
          "group c (LIST) { repeated group bag { optional int32 array_element; } }",
          "group c (LIST) { repeated int32 array; }",
          "group c { repeated int32 element; }",
          "repeated int32 c",
          "group c (MAP) { repeated group key_value { required int32 key; optional int32 value; } }",
          "group c (MAP_KEY_VALUE) { repeated group map { required int32 k; optional int32 v; } }",
          "group c (LIST) { repeated group list { optional group element"
              + " { optional int32 key; optional int32 value; } } }",
          "repeated group c { required int32 key; optional int32 value; }",
          "group c { optional int32 key; optional int32 value; }",
          "group c { optional int32 a; optional int32 b; }",
          "group c { optional int32 value; }",
          "group c { optional int32 a; optional int32 b; optional int32 d; }",
          "group c { optional binary unscaled; optional int32 scale; }",
          "int32 c",
          "int32 c (UNKNOWN)",
          "binary c (JSON)");

  @Test
  void saysWhatEachCqlTypeIsMadeOf() throws IOException {
    DocumentedTable table =
        DocumentedTable.of("CQL", "EXACT", "SAFE", "SAFE or LENIENT", "LENIENT");
    SIMPLE.forEach(
        (name, type) ->
            table.row(
                name,
                kinds(type, rule -> rule.needs() == Conversion.EXACT),
                kinds(type, rule -> rule.needs() == Conversion.SAFE && rule.loses() == null),
                losing(type, Conversion.SAFE),
                losing(type, Conversion.LENIENT)));
    table.compare(PAGE, "cql");
  }

  @Test
  void saysWhatEachFileTypeBecomes() throws IOException {
    DocumentedTable table =
        DocumentedTable.of("Parquet", "EXACT", "SAFE", "SAFE or LENIENT", "LENIENT");
    for (FileKind kind : documented()) {
      table.row(
          "`" + kind.notation() + "`",
          types(kind, rule -> rule.needs() == Conversion.EXACT),
          types(kind, rule -> rule.needs() == Conversion.SAFE && rule.loses() == null),
          types(kind, rule -> rule.needs() == Conversion.SAFE && rule.loses() != null),
          types(kind, rule -> rule.needs() == Conversion.LENIENT));
    }
    table.compare(PAGE, "files");
  }

  @Test
  void saysWhatEachShapeBecomes() throws IOException {
    DocumentedTable table = DocumentedTable.of("in the file", "becomes");
    for (String shape : SHAPES) {
      String types =
          COMPOUND.stream()
              .filter(type -> converts(shape, type))
              .map(type -> "`" + type.toCql() + "`")
              .collect(joining(", "));
      table.row("`" + shape + "`", types);
    }
    table.compare(PAGE, "shapes");
  }

  private static boolean converts(String shape, CqlType type) {
    String field = shape.startsWith("repeated") ? shape : "optional " + shape;
    String schema = "message m { " + field + (shape.endsWith("}") ? "" : ";") + " }";
    Target target = new Target(new Column("c", type, ColumnRole.REGULAR), "c");
    try {
      ImportMapping.of(
          MessageTypeParser.parseMessageType(schema),
          List.of(target),
          Conversion.LENIENT,
          PartNulls.AS_SERVERS_TAKE_THEM);
      return true;
    } catch (TransferException refused) {
      return false;
    }
  }

  /** A column of nothing but nulls becomes anything, and is among the shapes. */
  private static List<FileKind> documented() {
    return Stream.of(FileKind.values()).filter(kind -> kind != FileKind.UNKNOWN).toList();
  }

  private static Map<String, CqlType> simple() {
    Map<String, CqlType> types = new LinkedHashMap<>();
    Arrays.stream(Scalar.values()).forEach(scalar -> types.put(scalar.toCql(), scalar));
    types.put("custom types", new CqlType.Custom("org.example.Type"));
    return types;
  }

  private static String kinds(CqlType type, Predicate<Rule> which) {
    return documented().stream()
        .filter(kind -> find(kind, type).filter(which).isPresent())
        .map(kind -> "`" + kind.notation() + "`")
        .collect(joining(", "));
  }

  /** The kinds that lose the same thing stand together. */
  private static String losing(CqlType type, Conversion needs) {
    return Conversions.rules(type).values().stream()
        .filter(rule -> rule.needs() == needs && rule.loses() != null)
        .map(Rule::loses)
        .distinct()
        .map(
            loss ->
                kinds(type, rule -> rule.needs() == needs && loss.equals(rule.loses()))
                    + ": "
                    + loss)
        .collect(joining("; "));
  }

  private static Optional<Rule> find(FileKind kind, CqlType type) {
    return Optional.ofNullable(Conversions.rules(type).get(kind));
  }

  private static String types(FileKind kind, Predicate<Rule> which) {
    return SIMPLE.entrySet().stream()
        .filter(type -> find(kind, type.getValue()).filter(which).isPresent())
        .map(Map.Entry::getKey)
        .collect(joining(", "));
  }
}
