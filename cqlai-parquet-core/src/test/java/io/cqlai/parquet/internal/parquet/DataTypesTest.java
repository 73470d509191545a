package io.cqlai.parquet.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/data-types.md in step with the code. */
class DataTypesTest {

  private static final Path PAGE = Path.of("..", "docs", "data-types.md");

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
    List<String> lines =
        new ArrayList<>(
            List.of(
                "| CQL | Parquet by default | MIGRATION | ANALYTICS | TYPES can ask for |",
                "|---|---|---|---|---|"));
    for (TypeForms type : TypeForms.values()) {
      Form standard = type.form(Profile.STANDARD);
      lines.add(
          row(
              type.cql(),
              standard.parquet(),
              same(standard, type.form(Profile.MIGRATION)),
              same(standard, type.form(Profile.ANALYTICS)),
              String.join(", ", type.notations())));
    }
    compare("scalars", lines);
  }

  private static String same(Form standard, Form other) {
    return standard.equals(other) ? "same" : other.parquet();
  }

  @Test
  void listsTheFormsInAPrimaryKeyThatDiffer() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("| CQL | in a key | with ANALYTICS |", "|---|---|---|"));
    for (TypeForms type : TypeForms.values()) {
      if (!type.keyForm(Profile.STANDARD).equals(type.form(Profile.STANDARD))) {
        lines.add(
            row(
                type.cql(),
                type.keyForm(Profile.STANDARD).notation(),
                type.keyForm(Profile.ANALYTICS).notation()));
      }
    }
    compare("keys", lines);
  }

  @Test
  void listsWhatIsLostAndWhatIsRejected() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of("| CQL | form | lost, and counted | rejected |", "|---|---|---|---|"));
    for (TypeForms type : TypeForms.values()) {
      Stream<Form> forms =
          Stream.concat(Stream.of(Form.Simple.values()), Stream.of(type.form(Profile.STANDARD)));
      for (Form form : forms.filter(type::fits).distinct().toList()) {
        List<String> losses = type.losses(form);
        List<String> rejects = type.rejects(form);
        if (!losses.isEmpty() || !rejects.isEmpty()) {
          lines.add(
              row(
                  type.cql(),
                  form.notation(),
                  String.join("; ", losses),
                  String.join("; ", rejects)));
        }
      }
    }
    compare("losses", lines);
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
    compare("nested", List.of(String.join("\n", lines).strip()));
  }

  private static String row(String... cells) {
    return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static void compare(String table, List<String> lines) throws IOException {
    String begin = "<!-- " + table + ":begin -->\n";
    String end = "<!-- " + table + ":end -->";
    String expected = String.join("\n", lines) + "\n";
    String page = Files.readString(PAGE);

    assertThat(page).as("the marks of the table").contains(begin, end);
    assertThat(page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end)))
        .as("%s differs from the code; paste this between its marks:%n%s", table, expected)
        .isEqualTo(expected);
  }
}
