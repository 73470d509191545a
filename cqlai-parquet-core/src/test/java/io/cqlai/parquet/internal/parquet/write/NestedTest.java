package io.cqlai.parquet.internal.parquet.write;

import static io.cqlai.parquet.internal.parquet.write.Written.column;
import static io.cqlai.parquet.internal.parquet.write.Written.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that are made of others, from their bytes to what another reader finds in the file. */
class NestedTest {

  private static final CqlType LIST_OF_INT = new CqlType.ListOf(Scalar.INT, false);
  private static final CqlType ADDRESS =
      new CqlType.UserDefined(
          "ks",
          "address",
          List.of(
              new CqlType.Field("street", Scalar.TEXT),
              new CqlType.Field("numbers", LIST_OF_INT),
              new CqlType.Field("zip code", Scalar.INT)),
          true);

  @TempDir Path directory;

  private Group write(CqlType type, ByteBuffer cell) throws IOException {
    return Written.one(directory.resolve("one.parquet"), Profile.STANDARD, type, cell);
  }

  @Test
  void listsKeepOrderNullsAndEmptiness() throws IOException {
    Group list =
        write(LIST_OF_INT, Cells.list(Cells.int32(3), null, Cells.int32(1))).getGroup(0, 0);
    assertThat(list.getFieldRepetitionCount("list")).isEqualTo(3);
    assertThat(list.getGroup("list", 0).getInteger("element", 0)).isEqualTo(3);
    assertThat(list.getGroup("list", 1).getFieldRepetitionCount("element")).isZero();
    assertThat(list.getGroup("list", 2).getInteger("element", 0)).isEqualTo(1);
    assertThat(write(LIST_OF_INT, Cells.list()).getGroup(0, 0).getFieldRepetitionCount(0)).isZero();
    assertThat(write(LIST_OF_INT, null).getFieldRepetitionCount(0)).isZero();
  }

  @Test
  void mapsKeepTheirEntries() throws IOException {
    CqlType type = new CqlType.MapOf(Scalar.TEXT, Scalar.BIGINT, false);
    Group map =
        write(type, Cells.map(Cells.text("a"), Cells.int64(1), Cells.text(""), null))
            .getGroup(0, 0);
    assertThat(map.getFieldRepetitionCount("key_value")).isEqualTo(2);
    assertThat(map.getGroup("key_value", 0).getString("key", 0)).isEqualTo("a");
    assertThat(map.getGroup("key_value", 0).getLong("value", 0)).isEqualTo(1);
    assertThat(map.getGroup("key_value", 1).getString("key", 0)).isEmpty();
    assertThat(map.getGroup("key_value", 1).getFieldRepetitionCount("value")).isZero();
  }

  @Test
  void aFieldThatAValueWasWrittenWithoutIsNull() throws IOException {
    Group full =
        write(ADDRESS, Cells.fields(Cells.text("x"), Cells.list(Cells.int32(7)), Cells.int32(9)))
            .getGroup(0, 0);
    assertThat(full.getGroup("numbers", 0).getGroup(0, 0).getInteger(0, 0)).isEqualTo(7);
    assertThat(full.getInteger("zip code", 0)).isEqualTo(9);
    Group old = write(ADDRESS, Cells.fields(Cells.text("x"))).getGroup(0, 0);
    assertThat(old.getString("street", 0)).isEqualTo("x");
    assertThat(old.getFieldRepetitionCount("numbers")).isZero();
    assertThat(old.getFieldRepetitionCount("zip code")).isZero();
  }

  @Test
  void aFieldThatTheTypeDidNotHaveEndsTheExport() {
    ByteBuffer altered = Cells.fields(null, null, null, Cells.text("new"));
    assertThatThrownBy(() -> write(ADDRESS, altered))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("more fields than the type had")
        .extracting(e -> ((TransferException) e).code())
        .isEqualTo(ErrorCode.SCHEMA_CHANGED);
  }

  @Test
  void tuplesAreGroupsOfNumberedFields() throws IOException {
    CqlType type = new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT));
    Group tuple = write(type, Cells.fields(Cells.int32(1), null)).getGroup(0, 0);
    assertThat(tuple.getInteger("field_0", 0)).isEqualTo(1);
    assertThat(tuple.getFieldRepetitionCount("field_1")).isZero();
  }

  @Test
  void vectorsAreListsWithoutNulls() throws IOException {
    CqlType floats = new CqlType.VectorOf(Scalar.FLOAT, 3);
    ByteBuffer cell = Cells.vector(Cells.int32(0x3f800000), Cells.int32(0), Cells.int32(-1));
    Group vector = write(floats, cell).getGroup(0, 0);
    assertThat(vector.getFieldRepetitionCount(0)).isEqualTo(3);
    assertThat(vector.getGroup(0, 0).getFloat("element", 0)).isEqualTo(1f);
    String longText = "y".repeat(300);
    Group texts =
        write(
                new CqlType.VectorOf(Scalar.TEXT, 3),
                Cells.vectorOfAnySize(Cells.text("x"), Cells.text(""), Cells.text(longText)))
            .getGroup(0, 0);
    assertThat(texts.getGroup(0, 1).getString("element", 0)).isEmpty();
    assertThat(texts.getGroup(0, 2).getString("element", 0)).isEqualTo(longText);
  }

  @Test
  void vectorsOfVectorsAndOfSmallIntegersFollowCassandrasLayout() throws IOException {
    CqlType matrix = new CqlType.VectorOf(new CqlType.VectorOf(Scalar.INT, 2), 2);
    Group rows =
        write(matrix, Cells.vector(Cells.int32(1), Cells.int32(2), Cells.int32(3), Cells.int32(4)))
            .getGroup(0, 0);
    assertThat(rows.getGroup(0, 1).getGroup(0, 0).getGroup(0, 1).getInteger(0, 0)).isEqualTo(4);
    Group small =
        write(
                new CqlType.VectorOf(Scalar.SMALLINT, 2),
                Cells.vectorOfAnySize(Cells.int16(-1), Cells.int16(2)))
            .getGroup(0, 0);
    assertThat(small.getGroup(0, 0).getInteger(0, 0)).isEqualTo(-1);
  }

  @Test
  void anyTypeMayBeInAnyOtherToAnyDepth() throws IOException {
    CqlType type =
        new CqlType.ListOf(
            new CqlType.MapOf(
                new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT)),
                new CqlType.SetOf(new CqlType.ListOf(ADDRESS, true), true),
                true),
            false);
    ByteBuffer address = Cells.fields(Cells.text("s"), Cells.list(Cells.int32(5)), null);
    ByteBuffer set = Cells.list(Cells.list(address, null), Cells.list());
    ByteBuffer key = Cells.fields(Cells.int32(1), Cells.text("k"));
    Group row = write(type, Cells.list(Cells.map(key, set, key, null), null));
    Group entry = row.getGroup(0, 0).getGroup(0, 0).getGroup("element", 0).getGroup(0, 0);
    assertThat(entry.getGroup("key", 0).getString("field_1", 0)).isEqualTo("k");
    Group sets = entry.getGroup("value", 0);
    assertThat(sets.getFieldRepetitionCount(0)).isEqualTo(2);
    Group addresses = sets.getGroup(0, 0).getGroup(0, 0);
    assertThat(addresses.getFieldRepetitionCount(0)).isEqualTo(2);
    Group first = addresses.getGroup(0, 0).getGroup(0, 0);
    assertThat(first.getString("street", 0)).isEqualTo("s");
    assertThat(first.getGroup("numbers", 0).getGroup(0, 0).getInteger(0, 0)).isEqualTo(5);
    assertThat(addresses.getGroup(0, 1).getFieldRepetitionCount(0)).isZero();
    assertThat(row.getGroup(0, 0).getGroup(0, 1).getFieldRepetitionCount(0)).isZero();
  }

  @Test
  void anElementThatReachesPastItsCellEndsTheExportWithTheColumnsName() {
    ByteBuffer lying = Cells.bytes("00000001" + "00000008" + "00000000");
    assertThatThrownBy(() -> write(LIST_OF_INT, lying))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("Column c has a cell that is no list<int>");
  }

  @Test
  void fieldsMayHaveAnyName() throws IOException {
    String odd = "a.b, {c} \"d\" select";
    Group row =
        Written.write(
                directory.resolve("odd.parquet"),
                mapping(
                    Profile.STANDARD, Map.of(), column(odd, LIST_OF_INT), column("a", Scalar.INT)),
                List.of(new CellRow(Cells.list(Cells.int32(1)), Cells.int32(2))))
            .rows()
            .get(0);
    assertThat(row.getGroup(odd, 0).getGroup(0, 0).getInteger(0, 0)).isEqualTo(1);
  }
}
