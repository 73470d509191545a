package io.cqlai.parquet.internal.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.dse.driver.api.core.type.DseDataTypes;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.internal.core.type.UserDefinedTypeBuilder;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.internal.value.VectorLayout;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Field;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DriverTypesTest {

  private static final List<DataType> SCALARS = RandomTypes.SCALARS;

  @ParameterizedTest
  @FieldSource("SCALARS")
  void takesTypesWithoutParametersByName(DataType type) {
    assertThat(DriverTypes.of(type).toCql()).isEqualTo(type.asCql(true, false));
  }

  @Test
  void takesCountersToo() {
    assertThat(DriverTypes.of(DataTypes.COUNTER)).isEqualTo(Scalar.COUNTER);
    assertThat(SCALARS.size() + 1).isEqualTo(Scalar.values().length);
  }

  @Test
  void keepsWhatIsFrozenAtEveryDepth() {
    UserDefinedType inner =
        new UserDefinedTypeBuilder(id("Ks"), id("In ner"))
            .withField(id("F\"1"), DataTypes.frozenListOf(DataTypes.INT))
            .build();
    UserDefinedType outer =
        new UserDefinedTypeBuilder(id("Ks"), id("outer"))
            .withField(id("i"), inner.copy(true))
            .withField(id("v"), DataTypes.vectorOf(DataTypes.TEXT, 3))
            .build();
    CqlType.UserDefined expectedInner =
        new CqlType.UserDefined(
            "Ks", "In ner", List.of(new Field("F\"1", new CqlType.ListOf(Scalar.INT, true))), true);
    assertThat(DriverTypes.of((DataType) outer))
        .isEqualTo(
            new CqlType.UserDefined(
                "Ks",
                "outer",
                List.of(
                    new Field("i", expectedInner),
                    new Field("v", new CqlType.VectorOf(Scalar.TEXT, 3))),
                false));
  }

  @Test
  void keepsTheClassOfTypesThatOnlyTheServerKnows() {
    assertThat(DriverTypes.of(DseDataTypes.POINT))
        .isEqualTo(new CqlType.Custom("org.apache.cassandra.db.marshal.PointType"));
    assertThat(DriverTypes.of(DataTypes.custom("org.example.T")))
        .isEqualTo(new CqlType.Custom("org.example.T"));
  }

  @Test
  void knowsAVectorByItsServerClassToo() {
    DataType vector =
        DataTypes.custom(
            "org.apache.cassandra.db.marshal.VectorType("
                + "org.apache.cassandra.db.marshal.FloatType,3)");
    assertThat(DriverTypes.of(vector)).isEqualTo(new CqlType.VectorOf(Scalar.FLOAT, 3));
  }

  @Test
  void refusesWhatCqlDoesNotHave() {
    DataType foreign =
        new DataType() {
          @Override
          public int getProtocolCode() {
            return 0x7fff;
          }

          @Override
          public String asCql(boolean includeFrozen, boolean pretty) {
            return "foreign";
          }

          @Override
          public boolean isDetached() {
            return true;
          }

          @Override
          public void attach(
              com.datastax.oss.driver.api.core.detach.AttachmentPoint attachmentPoint) {}

          @Override
          public String toString() {
            return "FOREIGN";
          }
        };
    assertThatThrownBy(() -> DriverTypes.of(foreign))
        .hasMessage("a type that CQL does not have: FOREIGN");
  }

  @Test
  void writesRandomTypesAsTheDriverDoes() {
    RandomTypes types = new RandomTypes(new Random(23));
    for (int i = 0; i < 2_000; i++) {
      DataType type = types.next(4);
      // The driver's keyspaces and superfluous quotes and spaces apart.
      assertThat(DriverTypes.of(type).toCql().replace(" ", ""))
          .isEqualTo(type.asCql(true, true).replaceAll("\"Ks\"\\.| |\"", ""));
    }
  }

  @Test
  void elementsOfVectorsHaveTheSizeThatTheDriverWrites() {
    for (DataType type : SCALARS) {
      Optional<Integer> size = RandomValues.codec(type).serializedSize();
      assertThat(VectorLayout.fixedElementSize(DriverTypes.of(type)).isPresent())
          .as(type.toString())
          .isEqualTo(size.isPresent());
      size.ifPresent(
          bytes -> assertThat(VectorLayout.fixedElementSize(DriverTypes.of(type))).hasValue(bytes));
    }
    assertThat(VectorLayout.fixedElementSize(new CqlType.VectorOf(Scalar.INT, 3))).hasValue(12);
    assertThat(VectorLayout.fixedElementSize(new CqlType.VectorOf(Scalar.TEXT, 3))).isEmpty();
  }

  @Test
  void literalsOfRandomCellsAreReadBackByTheDriver() {
    Random random = new Random(29);
    RandomTypes types = new RandomTypes(random);
    RandomValues values = new RandomValues(random);
    for (int i = 0; i < 3_000; i++) {
      DataType type = types.next(3);
      Object value = values.next(type);
      ByteBuffer cell = RandomValues.codec(type).encode(value, ProtocolVersion.V5);
      String literal = CellText.brief(DriverTypes.of(type), cell, 10_000);
      Object again = RandomValues.codec(type).parse(literal);
      // One of the many NaNs has text, so that values are compared and not their bytes.
      assertThat(RandomValues.codec(type).format(again))
          .as("%s of type %s", literal, type.asCql(true, true))
          .isEqualTo(RandomValues.codec(type).format(value));
    }
  }

  private static CqlIdentifier id(String internal) {
    return CqlIdentifier.fromInternal(internal);
  }
}
