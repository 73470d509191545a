package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/data-types.md in step with the code. */
class DataTypesTest {

  private static final String PAGE = "data-types.md";

  private static final List<CqlType> NESTED =
      List.of(
          new CqlType.ListOf(Scalar.INT, false),
          new CqlType.SetOf(Scalar.TEXT, false),
          new CqlType.MapOf(Scalar.TEXT, Scalar.INT, false),
          new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT)),
          new CqlType.UserDefined(
              "ks", "address", List.of(new CqlType.Field("street", Scalar.TEXT)), true),
          new CqlType.VectorOf(Scalar.FLOAT, 3));

  @Test
  void listsTheFormsOfEachScalarType() throws IOException {
    DocumentedTable table =
        DocumentedTable.of(
            "CQL", "Parquet by default", "MIGRATION", "ANALYTICS", "TYPES can ask for");
    for (TypeForms type : TypeForms.values()) {
      Form standard = type.form(Profile.STANDARD);
      table.row(
          type.cql(),
          standard.parquet(),
          same(standard, type.form(Profile.MIGRATION)),
          same(standard, type.form(Profile.ANALYTICS)),
          String.join(", ", type.notations()));
    }
    table.compare(PAGE, "scalars");
  }

  private static String same(Form standard, Form other) {
    return standard.equals(other) ? "same" : other.parquet();
  }

  @Test
  void listsTheFormsInAPrimaryKeyThatDiffer() throws IOException {
    DocumentedTable table = DocumentedTable.of("CQL", "in a key", "with ANALYTICS");
    for (TypeForms type : TypeForms.values()) {
      if (!type.keyForm(Profile.STANDARD).equals(type.form(Profile.STANDARD))) {
        table.row(
            type.cql(),
            type.keyForm(Profile.STANDARD).notation(),
            type.keyForm(Profile.ANALYTICS).notation());
      }
    }
    table.compare(PAGE, "keys");
  }

  @Test
  void listsWhatIsLostAndWhatIsRejected() throws IOException {
    DocumentedTable table = DocumentedTable.of("CQL", "form", "lost, and counted", "rejected");
    for (TypeForms type : TypeForms.values()) {
      Stream<Form> forms =
          Stream.concat(Stream.of(Form.Simple.values()), Stream.of(type.form(Profile.STANDARD)));
      for (Form form : forms.filter(type::fits).distinct().toList()) {
        List<String> losses = type.losses(form);
        List<String> rejects = type.rejects(form);
        if (!losses.isEmpty() || !rejects.isEmpty()) {
          table.row(
              type.cql(), form.notation(), String.join("; ", losses), String.join("; ", rejects));
        }
      }
    }
    table.compare(PAGE, "losses");
  }

  @Test
  void showsTheSchemaOfEachTypeThatIsMadeOfOthers() throws IOException {
    List<String> lines = new ArrayList<>();
    for (CqlType type : NESTED) {
      RowSchema rows = new RowSchema(List.of(new Column("c", type, ColumnRole.REGULAR)));
      ParquetMapping mapping = ParquetMapping.of(rows, null, Profile.STANDARD, Map.of());
      StringBuilder schema = new StringBuilder();
      mapping.messageType().getType(0).writeToStringBuilder(schema, "  ");
      lines.add("`" + type.toCql() + "`\n\n```\n" + schema + "\n```\n");
    }
    DocumentedTable.compare(PAGE, "nested", String.join("\n", lines).strip());
  }
}
