package io.cqlai.parquet.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.Type.Repetition;
import org.junit.jupiter.api.Test;

class ParquetMappingTest {

  private static final CqlType UDT =
      new CqlType.UserDefined(
          "ks",
          "u",
          List.of(new CqlType.Field("a", Scalar.TIME), new CqlType.Field("b c", Scalar.UUID)),
          true);

  private static TableSchema table(Column... columns) {
    return new TableSchema(
        "ks", "t", new RowSchema(List.of(columns)), false, false, List.of(), "CREATE TABLE ks.t");
  }

  private static ParquetMapping map(Profile profile, Map<String, String> types, Column... columns) {
    TableSchema table = table(columns);
    return ParquetMapping.of(table.rows(), table, profile, types);
  }

  private static Column regular(String name, CqlType type) {
    return new Column(name, type, ColumnRole.REGULAR);
  }

  private static Column key(CqlType type) {
    return new Column("k", type, ColumnRole.PARTITION_KEY);
  }

  private static String schema(Profile profile, CqlType type) {
    return map(profile, Map.of(), regular("c", type)).messageType().getType(0).toString();
  }

  private static String form(Profile profile, String wanted, Column column) {
    return map(profile, wanted.isEmpty() ? Map.of() : Map.of(column.name(), wanted), column)
        .columns()
        .get(0)
        .field()
        .notation();
  }

  @Test
  void onlyDecimalsAreKeptByTheirBytesWhateverTheFieldsOfOtherTypesAre() {
    CqlType odd =
        new CqlType.UserDefined(
            "ks",
            "odd",
            List.of(
                new CqlType.Field("unscaled", Scalar.BLOB), new CqlType.Field("scale", Scalar.INT)),
            true);
    CqlType both = new CqlType.TupleOf(List.of(Scalar.DECIMAL, odd));
    assertThat(map(Profile.MIGRATION, Map.of(), regular("c", both)).kept().get(0).decimals())
        .isEqualTo(KeptPrecision.Decimals.BYTES);
    assertThat(
            map(Profile.STANDARD, Map.of("c", "DECIMAL(9,2)"), regular("c", both))
                .kept()
                .get(0)
                .decimals())
        .isEqualTo(KeptPrecision.Decimals.NUMBER);
  }

  @Test
  void collectionsHaveThreeLevels() {
    assertThat(schema(Profile.STANDARD, new CqlType.ListOf(Scalar.INT, false)))
        .isEqualToIgnoringWhitespace(
            "optional group c (LIST) {"
                + " repeated group list { optional int32 element (INTEGER(32,true)); } }");
    assertThat(schema(Profile.STANDARD, new CqlType.MapOf(Scalar.TEXT, Scalar.BIGINT, false)))
        .isEqualToIgnoringWhitespace(
            "optional group c (MAP) { repeated group key_value {"
                + " required binary key (STRING); optional int64 value; } }");
    assertThat(schema(Profile.STANDARD, new CqlType.VectorOf(Scalar.FLOAT, 3)))
        .isEqualToIgnoringWhitespace(
            "optional group c (LIST) { repeated group list { required float element; } }");
  }

  @Test
  void tuplesAndUserDefinedTypesAreGroups() {
    assertThat(schema(Profile.STANDARD, new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT))))
        .isEqualToIgnoringWhitespace(
            "optional group c { optional int32 field_0 (INTEGER(32,true));"
                + " optional binary field_1 (STRING); }");
    assertThat(schema(Profile.MIGRATION, UDT))
        .isEqualToIgnoringWhitespace(
            "optional group c { optional int64 a (TIME(NANOS,false));"
                + " optional fixed_len_byte_array(16) b c (UUID); }");
  }

  @Test
  void profilesChooseTheForms() {
    CqlType nested = new CqlType.MapOf(UDT, new CqlType.SetOf(Scalar.DECIMAL, true), false);
    assertThat(form(Profile.STANDARD, "", regular("c", nested)))
        .isEqualTo("MAP<GROUP<a TIME(MILLIS), b c STRING>, LIST<DECIMAL(38,18)>>");
    assertThat(form(Profile.MIGRATION, "", regular("c", nested)))
        .isEqualTo("MAP<GROUP<a TIME(NANOS), b c UUID>, LIST<EXACT>>");
    assertThat(form(Profile.ANALYTICS, "", regular("c", nested)))
        .isEqualTo("MAP<GROUP<a INT64, b c STRING>, LIST<DECIMAL(38,18)>>");
  }

  @Test
  void keysAreRequiredAndClusteringColumnsOnlyWithoutStatics() {
    Column key = key(Scalar.INT);
    Column clustering = new Column("ck", Scalar.INT, ColumnRole.CLUSTERING);
    Column fixed = new Column("s", Scalar.INT, ColumnRole.STATIC);
    assertThat(map(Profile.STANDARD, Map.of(), key, clustering).messageType().getFields())
        .extracting(field -> field.getRepetition())
        .containsExactly(Repetition.REQUIRED, Repetition.REQUIRED);
    assertThat(map(Profile.STANDARD, Map.of(), key, clustering, fixed).messageType().getFields())
        .extracting(field -> field.getRepetition())
        .containsExactly(Repetition.REQUIRED, Repetition.OPTIONAL, Repetition.OPTIONAL);
    RowSchema some = new RowSchema(List.of(key, clustering));
    assertThat(
            ParquetMapping.of(some, table(key, clustering, fixed), Profile.STANDARD, Map.of())
                .messageType()
                .getType("ck")
                .getRepetition())
        .isEqualTo(Repetition.OPTIONAL);
  }

  @Test
  void keysKeepAllValuesApart() {
    CqlType nested = new CqlType.TupleOf(List.of(Scalar.DECIMAL, Scalar.TIME, Scalar.UUID));
    assertThat(form(Profile.STANDARD, "", key(nested)))
        .isEqualTo("GROUP<EXACT, TIME(NANOS), STRING>");
    assertThat(form(Profile.ANALYTICS, "", key(nested))).isEqualTo("GROUP<EXACT, INT64, STRING>");
    assertThat(form(Profile.STANDARD, "STRING", key(Scalar.DECIMAL))).isEqualTo("STRING");
    for (String merging : List.of("DECIMAL(10,2)", "TIME(MILLIS)", "TIME(MICROS)")) {
      assertThatThrownBy(() -> form(Profile.STANDARD, merging, key(nested)))
          .isInstanceOf(TransferException.class)
          .hasMessageStartingWith(
              "Cannot convert type frozen<tuple<decimal, time, uuid>> to Parquet: column k of ks.t;"
                  + " it is part of the primary key, and in "
                  + merging
                  + " two keys could become one. Use ")
          .extracting(e -> ((TransferException) e).code())
          .isEqualTo(ErrorCode.TYPE_MISMATCH);
    }
  }

  @Test
  void typesAppliesToEachValueThatItFits() {
    CqlType type = new CqlType.MapOf(Scalar.UUID, UDT, false);
    assertThat(form(Profile.STANDARD, "uuid", regular("c", type)))
        .isEqualTo("MAP<UUID, GROUP<a TIME(MILLIS), b c UUID>>");
    assertThat(form(Profile.ANALYTICS, "Time(Nanos)", regular("c", type)))
        .isEqualTo("MAP<STRING, GROUP<a TIME(NANOS), b c STRING>>");
    assertThat(form(Profile.STANDARD, "json", regular("c", Scalar.TEXT))).isEqualTo("JSON");
    assertThat(form(Profile.STANDARD, "decimal(20)", regular("c", Scalar.VARINT)))
        .isEqualTo("DECIMAL(20,0)");
  }

  @Test
  void aFormThatNothingFitsIsRefusedWithThoseThatDo() {
    assertThatThrownBy(() -> form(Profile.STANDARD, "UUID", regular("c", Scalar.DECIMAL)))
        .isInstanceOf(TransferException.class)
        .hasMessage(
            "Cannot convert type decimal to Parquet: column c of ks.t; nothing in it can be written"
                + " as UUID. Possible is DECIMAL(p,s), EXACT, STRING");
    assertThatThrownBy(() -> form(Profile.STANDARD, "DECIMAL(5,2)", regular("c", Scalar.VARINT)))
        .hasMessageContaining("Possible is DECIMAL(p,0), STRING");
  }

  @Test
  void aFormThatDoesNotExistIsRefused() {
    for (String wrong : List.of("TIME", "DECIMAL(2,3)", "DECIMAL(0)", "DECIMAL(10001)", "", "x")) {
      assertThatThrownBy(
              () -> map(Profile.STANDARD, Map.of("c", wrong), regular("c", Scalar.DECIMAL)))
          .isInstanceOf(TransferException.class)
          .hasMessageStartingWith("TYPES gives column c the type '" + wrong + "', which is none")
          .extracting(e -> ((TransferException) e).code())
          .isEqualTo(ErrorCode.BAD_OPTION);
    }
  }

  @Test
  void aColumnThatIsNotWrittenCannotBeGivenAForm() {
    assertThatThrownBy(
            () -> map(Profile.STANDARD, Map.of("Dd", "EXACT"), regular("d d", Scalar.DECIMAL)))
        .isInstanceOf(TransferException.class)
        .hasMessage("TYPES names column \"Dd\", which is not written. Name one of \"d d\"")
        .extracting(e -> ((TransferException) e).code())
        .isEqualTo(ErrorCode.NO_SUCH_COLUMN);
  }

  @Test
  void aRowWithoutColumnsIsRefused() {
    assertThatThrownBy(
            () -> ParquetMapping.of(new RowSchema(List.of()), null, Profile.STANDARD, Map.of()))
        .isInstanceOf(TransferException.class)
        .hasMessageStartingWith("Cannot write the query's result to Parquet: it has no columns");
  }

  @Test
  void lossesAndRejectsAreKnownBeforehand() {
    ParquetMapping mapping =
        map(
            Profile.STANDARD,
            Map.of("d", "DECIMAL(10,2)"),
            key(Scalar.TIME),
            regular("u", UDT),
            regular("d", Scalar.DECIMAL),
            regular("v", Scalar.VARINT));
    assertThat(mapping.columns().get(0).losses()).isEmpty();
    assertThat(mapping.columns().get(1).losses()).containsExactly("digits below a millisecond");
    assertThat(mapping.columns().get(2).rejects())
        .containsExactly("more than 8 digits before the point or 2 after it");
    assertThat(mapping.columns().get(3).rejects()).containsExactly("more than 38 digits");
  }

  @Test
  void moreDigitsThanReadersHaveIsAWarning() {
    assertThat(
            map(Profile.STANDARD, Map.of("c", "DECIMAL(39,2)"), regular("c", Scalar.DECIMAL))
                .warnings())
        .containsExactly(
            "Column c: DECIMAL(39,2) has more than 38 digits, which many readers cannot read");
    assertThat(map(Profile.STANDARD, Map.of(), regular("c", Scalar.DECIMAL)).warnings()).isEmpty();
  }

  @Test
  void eachFormIsReadBackFromItsNotation() {
    for (Form.Simple form : Form.Simple.values()) {
      assertThat(Form.parse(form.notation())).contains(form);
    }
    Form.Decimal decimal = new Form.Decimal(12, 3);
    assertThat(Form.parse(decimal.notation())).contains(decimal);
  }

  @Test
  void eachTypeHasAFormThatKeepsKeysApart() {
    for (TypeForms forms : TypeForms.values()) {
      for (Profile profile : Profile.values()) {
        assertThat(forms.keepsKeysApart(forms.keyForm(profile))).as("%s", forms).isTrue();
        assertThat(forms.fits(forms.form(profile))).as("%s", forms).isTrue();
      }
    }
  }
}
