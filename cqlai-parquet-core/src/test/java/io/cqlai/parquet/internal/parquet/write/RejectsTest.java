package io.cqlai.parquet.internal.parquet.write;

import static io.cqlai.parquet.internal.parquet.write.Written.column;
import static io.cqlai.parquet.internal.parquet.write.Written.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file cannot hold: rejected as a whole row with its reason, or a loss that is counted. */
class RejectsTest {

  private static final Set<Scalar> HAVE_EMPTY_VALUES =
      Set.of(Scalar.TEXT, Scalar.ASCII, Scalar.BLOB);

  @TempDir Path directory;

  private Written write(Profile profile, Map<String, String> types, Column column, ByteBuffer cell)
      throws IOException {
    ParquetMapping mapping = mapping(profile, types, column("before", Scalar.INT), column);
    return Written.write(
        directory.resolve("one.parquet"), mapping, List.of(new CellRow(Cells.int32(1), cell)));
  }

  private Written standard(CqlType type, ByteBuffer cell) throws IOException {
    return write(Profile.STANDARD, Map.of(), column("c", type), cell);
  }

  private Written migration(CqlType type, ByteBuffer cell) throws IOException {
    return write(Profile.MIGRATION, Map.of(), column("c", type), cell);
  }

  private static ByteBuffer decimal(String number) {
    return Decimals.cell(new BigDecimal(number));
  }

  @ParameterizedTest
  @EnumSource(Scalar.class)
  void aZeroLengthValueIsNullAndCountedOrInAMigrationRejected(Scalar type) throws IOException {
    Written standard = standard(type, Cells.empty());
    int repetitions = standard.rows().get(0).getFieldRepetitionCount("c");
    Written migration = migration(type, Cells.empty());
    assertThat(standard.rejects).isEmpty();
    if (HAVE_EMPTY_VALUES.contains(type)) {
      assertThat(repetitions).isEqualTo(1);
      assertThat(standard.summary.losses()).isEmpty();
      assertThat(migration.rejects).isEmpty();
    } else {
      assertThat(repetitions).isZero();
      assertThat(standard.summary.losses())
          .containsExactly(new Loss("c", "zero-length values, written as null", 1));
      assertThat(migration.rejects)
          .containsExactly("c: a zero-length " + type.toCql() + " would come back as null");
      assertThat(migration.summary.rows()).isZero();
    }
  }

  @Test
  void aZeroLengthValueInAKeyIsRejected() throws IOException {
    Column key = new Column("k", Scalar.INT, ColumnRole.PARTITION_KEY);
    assertThat(write(Profile.STANDARD, Map.of(), key, Cells.empty()).rejects)
        .containsExactly("k: a zero-length int would come back as null");
    assertThat(write(Profile.STANDARD, Map.of(), key, null).rejects)
        .containsExactly("k: a column of the primary key is null");
  }

  @Test
  void aZeroLengthElementIsNullAndAZeroLengthMapKeyIsRejected() throws IOException {
    CqlType list = new CqlType.ListOf(Scalar.INT, false);
    Written written = standard(list, Cells.list(Cells.empty(), Cells.int32(4)));
    assertThat(written.rows().get(0).getGroup("c", 0).getGroup(0, 1).getInteger(0, 0)).isEqualTo(4);
    assertThat(written.summary.losses())
        .containsExactly(new Loss("c", "zero-length values, written as null", 1));
    CqlType map = new CqlType.MapOf(Scalar.INT, Scalar.INT, false);
    ByteBuffer cell = Cells.map(Cells.int32(1), Cells.empty(), Cells.empty(), Cells.int32(1));
    assertThat(standard(map, cell).rejects)
        .containsExactly("c: key 1: a zero-length int would come back as null");
    CqlType vector = new CqlType.VectorOf(Scalar.VARINT, 2);
    assertThat(standard(vector, Cells.vectorOfAnySize(Cells.bytes("01"), Cells.empty())).rejects)
        .containsExactly("c: element 1: a zero-length varint would come back as null");
  }

  @Test
  void aZeroLengthCollectionIsNullAndCounted() throws IOException {
    for (CqlType type :
        List.of(
            new CqlType.ListOf(Scalar.INT, true),
            new CqlType.MapOf(Scalar.INT, Scalar.INT, true),
            new CqlType.TupleOf(List.of(Scalar.INT)))) {
      assertThat(standard(type, Cells.empty()).summary.losses()).hasSize(1);
      assertThat(migration(type, Cells.empty()).rejects).hasSize(1);
    }
  }

  @Test
  void aVarintOf39DigitsDoesNotFit() throws IOException {
    ByteBuffer cell = ByteBuffer.wrap(BigInteger.TEN.pow(38).toByteArray());
    assertThat(standard(Scalar.VARINT, cell).rejects)
        .containsExactly("c: 1" + "0".repeat(38) + " does not fit DECIMAL(38,0)");
    assertThat(migration(Scalar.VARINT, cell).rejects).isEmpty();
    ByteBuffer huge = ByteBuffer.wrap(BigInteger.ONE.shiftLeft(1_000_000).toByteArray());
    assertThat(standard(Scalar.VARINT, huge).rejects)
        .containsExactly("c: a number of 1000001 bits does not fit DECIMAL(38,0)");
  }

  @Test
  void aDecimalIsNeverRounded() throws IOException {
    assertThat(standard(Scalar.DECIMAL, decimal("1E-19")).rejects)
        .containsExactly("c: 1E-19 does not fit DECIMAL(38,18)");
    assertThat(standard(Scalar.DECIMAL, decimal("1E+20")).rejects)
        .containsExactly("c: 1E+20 does not fit DECIMAL(38,18)");
    assertThat(standard(Scalar.DECIMAL, decimal("1E+2147483647")).rejects)
        .containsExactly("c: 1E+2147483647 does not fit DECIMAL(38,18)");
    assertThat(standard(Scalar.DECIMAL, decimal("10E-19")).rejects).isEmpty();
    Column c = column("c", Scalar.DECIMAL);
    assertThat(
            write(Profile.STANDARD, Map.of("c", "DECIMAL(9,2)"), c, decimal("10000000.00")).rejects)
        .containsExactly("c: 10000000.00 does not fit DECIMAL(9,2)");
    assertThat(standard(Scalar.DECIMAL, Cells.int32(1)).rejects)
        .containsExactly("c: a decimal of 4 bytes is no number");
    assertThat(migration(Scalar.DECIMAL, Cells.bytes("00")).rejects)
        .containsExactly("c: a decimal of 1 bytes has no scale");
  }

  @Test
  void aNestedValueSaysWhereItIs() throws IOException {
    CqlType type =
        new CqlType.MapOf(
            Scalar.INT,
            new CqlType.UserDefined(
                "ks",
                "u",
                List.of(new CqlType.Field("x", Scalar.INT), new CqlType.Field("d", Scalar.DECIMAL)),
                true),
            false);
    ByteBuffer cell =
        Cells.map(
            Cells.int32(1),
            Cells.fields(Cells.int32(1), decimal("1")),
            Cells.int32(2),
            Cells.fields(Cells.int32(1), decimal("1E-30")));
    assertThat(standard(type, cell).rejects)
        .containsExactly("c: value of entry 1: field d: 1E-30 does not fit DECIMAL(38,18)");
  }

  @Test
  void aPartitionKeyWhoseTupleEndsEarlyIsRejectedBecauseItIsAnotherKey() throws IOException {
    CqlType pair = new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT));
    CqlType list = new CqlType.ListOf(pair, true);
    ByteBuffer cell = Cells.list(Cells.fields(Cells.int32(1)));
    Column partition = new Column("k", list, ColumnRole.PARTITION_KEY);
    assertThat(write(Profile.STANDARD, Map.of(), partition, cell).rejects)
        .containsExactly("k: element 0: field field_1 is missing and would come back as a null");
    ByteBuffer full = Cells.list(Cells.fields(Cells.int32(1), null));
    assertThat(write(Profile.STANDARD, Map.of(), partition, full).rejects).isEmpty();
    Column clustering = new Column("k", list, ColumnRole.CLUSTERING);
    assertThat(write(Profile.STANDARD, Map.of(), clustering, cell).rejects).isEmpty();
  }

  @Test
  void aDurationWithoutANotationIsRejected() throws IOException {
    assertThat(standard(Scalar.DURATION, Cells.bytes("020100")).rejects)
        .containsExactly("c: CQL has no notation for this duration");
  }

  @Test
  void whatWouldComeBackInOtherBytesIsRejectedInAMigrationOnly() throws IOException {
    Map<Scalar, String> odd =
        Map.of(Scalar.VARINT, "0001", Scalar.BOOLEAN, "02", Scalar.DURATION, "80020406");
    for (Map.Entry<Scalar, String> value : odd.entrySet()) {
      assertThat(standard(value.getKey(), Cells.bytes(value.getValue())).rejects).isEmpty();
      assertThat(migration(value.getKey(), Cells.bytes(value.getValue())).rejects)
          .singleElement()
          .asString()
          .contains("would come back");
    }
  }

  @Test
  void digitsOfATimeThatAreLostAreCounted() throws IOException {
    Written written = standard(Scalar.TIME, Cells.int64(1_000_001));
    assertThat(written.summary.losses())
        .containsExactly(new Loss("c", "digits below a millisecond", 1));
    assertThat(standard(Scalar.TIME, Cells.int64(1_000_000)).summary.losses()).isEmpty();
    Column c = column("c", Scalar.TIME);
    assertThat(
            write(Profile.STANDARD, Map.of("c", "TIME(MICROS)"), c, Cells.int64(1_001))
                .summary
                .losses())
        .containsExactly(new Loss("c", "digits below a microsecond", 1));
    for (Profile profile : Profile.values()) {
      assertThat(write(profile, Map.of(), c, Cells.int64(-1)).rejects)
          .containsExactly("c: -1 nanoseconds are no time of day");
    }
  }

  @Test
  void aTimestampWhoseMicrosecondsOverflowIsRejected() throws IOException {
    Column c = column("c", Scalar.TIMESTAMP);
    assertThat(
            write(
                    Profile.STANDARD,
                    Map.of("c", "TIMESTAMP(MICROS)"),
                    c,
                    Cells.int64(Long.MAX_VALUE))
                .rejects)
        .containsExactly("c: " + Long.MAX_VALUE + " milliseconds do not fit TIMESTAMP(MICROS)");
  }

  @Test
  void aRejectedRowLeavesNoTraceAndTheListenerGetsAllOfIt() throws IOException {
    ParquetMapping mapping =
        ParquetMapping.of(
            new RowSchema(List.of(column("a", Scalar.INT), column("d", Scalar.DECIMAL))),
            null,
            Profile.STANDARD,
            Map.of());
    Written written =
        Written.write(
            directory.resolve("some.parquet"),
            mapping,
            List.of(
                new CellRow(Cells.int32(1), decimal("1")),
                new CellRow(Cells.empty(), decimal("1E-30")),
                new CellRow(Cells.int32(3), decimal("3"))));
    assertThat(written.summary.rows()).isEqualTo(2);
    assertThat(written.summary.losses()).isEmpty();
    assertThat(written.rows()).extracting(row -> row.getInteger("a", 0)).containsExactly(1, 3);
  }
}
