package io.cqlai.parquet.internal.parquet.write;

import static io.cqlai.parquet.internal.parquet.write.Written.column;
import static io.cqlai.parquet.internal.parquet.write.Written.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each scalar type, from its bytes to what another reader finds in the file. */
class ScalarsTest {

  @TempDir Path directory;

  private Group write(Scalar type, ByteBuffer cell) throws IOException {
    return Written.one(directory.resolve("one.parquet"), Profile.STANDARD, type, cell);
  }

  private Group migrate(Scalar type, ByteBuffer cell) throws IOException {
    return Written.one(directory.resolve("one.parquet"), Profile.MIGRATION, type, cell);
  }

  private Group writeAs(String form, Scalar type, ByteBuffer cell) throws IOException {
    return Written.write(
            directory.resolve("one.parquet"),
            mapping(Profile.STANDARD, Map.of("c", form), column("c", type)),
            List.of(new CellRow(cell)))
        .rows()
        .get(0);
  }

  private static ByteBuffer decimal(String number) {
    return Decimals.cell(new BigDecimal(number));
  }

  private static BigDecimal decimalOf(Group row, int scale) {
    return new BigDecimal(new BigInteger(row.getBinary(0, 0).getBytes()), scale);
  }

  @Test
  void integersKeepTheirExtremes() throws IOException {
    assertThat(write(Scalar.TINYINT, Cells.int8(-128)).getInteger(0, 0)).isEqualTo(-128);
    assertThat(write(Scalar.SMALLINT, Cells.int16(-32768)).getInteger(0, 0)).isEqualTo(-32768);
    assertThat(write(Scalar.INT, Cells.int32(Integer.MIN_VALUE)).getInteger(0, 0))
        .isEqualTo(Integer.MIN_VALUE);
    assertThat(write(Scalar.BIGINT, Cells.int64(Long.MIN_VALUE)).getLong(0, 0))
        .isEqualTo(Long.MIN_VALUE);
    assertThat(write(Scalar.COUNTER, Cells.int64(-7)).getLong(0, 0)).isEqualTo(-7);
  }

  @Test
  void floatsKeepEveryBit() throws IOException {
    for (int bits : new int[] {0x7fc01234, 0xffc00001, 0x80000000, 0x7f800000, 1}) {
      assertThat(Float.floatToRawIntBits(write(Scalar.FLOAT, Cells.int32(bits)).getFloat(0, 0)))
          .isEqualTo(bits);
    }
    for (long bits :
        new long[] {
          0x7ff8000000001234L, 0xfff8000000000001L, Long.MIN_VALUE, 0x7ff0000000000000L
        }) {
      assertThat(
              Double.doubleToRawLongBits(write(Scalar.DOUBLE, Cells.int64(bits)).getDouble(0, 0)))
          .isEqualTo(bits);
    }
  }

  @Test
  void aNumberThatIsNoneKeepsItsPayloadInADictionaryToo() throws IOException {
    int[] bits = {0x7fc01234, 0x7fc00001, 0x7fc01234, 0, 0x80000000};
    CellRow[] rows = new CellRow[5_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new CellRow(Cells.int32(bits[i % bits.length]));
    }
    List<Group> back =
        Written.write(
                directory.resolve("nan.parquet"),
                mapping(Profile.STANDARD, Map.of(), column("c", Scalar.FLOAT)),
                List.of(rows))
            .rows();
    for (int i = 0; i < rows.length; i++) {
      assertThat(Float.floatToRawIntBits(back.get(i).getFloat(0, 0)))
          .isEqualTo(bits[i % bits.length]);
    }
  }

  @Test
  void booleansAreBits() throws IOException {
    assertThat(write(Scalar.BOOLEAN, Cells.int8(1)).getBoolean(0, 0)).isTrue();
    assertThat(write(Scalar.BOOLEAN, Cells.int8(0)).getBoolean(0, 0)).isFalse();
  }

  @Test
  void textAndBlobsKeepTheirBytesAndMayBeEmpty() throws IOException {
    assertThat(write(Scalar.TEXT, Cells.text("naïve 𝄞")).getString(0, 0)).isEqualTo("naïve 𝄞");
    assertThat(write(Scalar.ASCII, Cells.empty()).getString(0, 0)).isEmpty();
    assertThat(write(Scalar.BLOB, Cells.bytes("00ff80")).getBinary(0, 0).getBytes())
        .containsExactly(0, -1, -128);
    assertThat(write(Scalar.BLOB, Cells.empty()).getFieldRepetitionCount(0)).isEqualTo(1);
  }

  @Test
  void aCellMayBeAPartOfALargerArrayOrReadOnly() throws IOException {
    ByteBuffer within = Cells.text("..text..").position(2).limit(6);
    assertThat(write(Scalar.TEXT, within).getString(0, 0)).isEqualTo("text");
    assertThat(write(Scalar.TEXT, within.slice().asReadOnlyBuffer()).getString(0, 0))
        .isEqualTo("text");
    ByteBuffer direct = ByteBuffer.allocateDirect(4).put(within.duplicate()).flip();
    assertThat(write(Scalar.TEXT, direct).getString(0, 0)).isEqualTo("text");
    assertThat(within.position()).isEqualTo(2);
  }

  @Test
  void datesCountFromTheEpoch() throws IOException {
    assertThat(write(Scalar.DATE, Cells.int32(Integer.MIN_VALUE)).getInteger(0, 0)).isZero();
    assertThat(write(Scalar.DATE, Cells.int32(0)).getInteger(0, 0)).isEqualTo(Integer.MIN_VALUE);
    assertThat(write(Scalar.DATE, Cells.int32(-1)).getInteger(0, 0)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void timestampsAreMilliseconds() throws IOException {
    assertThat(write(Scalar.TIMESTAMP, Cells.int64(-5)).getLong(0, 0)).isEqualTo(-5);
    assertThat(writeAs("TIMESTAMP(MICROS)", Scalar.TIMESTAMP, Cells.int64(-5)).getLong(0, 0))
        .isEqualTo(-5_000);
  }

  @Test
  void timesTakeTheUnitThatWasAskedFor() throws IOException {
    ByteBuffer time = Cells.int64(1_002_003_004L);
    assertThat(write(Scalar.TIME, time).getInteger(0, 0)).isEqualTo(1_002);
    assertThat(writeAs("time(micros)", Scalar.TIME, time).getLong(0, 0)).isEqualTo(1_002_003);
    assertThat(writeAs("TIME( NANOS )", Scalar.TIME, time).getLong(0, 0)).isEqualTo(1_002_003_004L);
    assertThat(writeAs("INT64", Scalar.TIME, time).getLong(0, 0)).isEqualTo(1_002_003_004L);
    assertThat(migrate(Scalar.TIME, time).getLong(0, 0)).isEqualTo(1_002_003_004L);
  }

  @Test
  void uuidsAreTextOrBytes() throws IOException {
    UUID uuid = UUID.fromString("0a0b0c0d-1111-4222-8333-fedcba987654");
    assertThat(write(Scalar.UUID, Cells.uuid(uuid)).getString(0, 0)).isEqualTo(uuid.toString());
    assertThat(write(Scalar.TIMEUUID, Cells.uuid(uuid)).getString(0, 0)).isEqualTo(uuid.toString());
    assertThat(migrate(Scalar.UUID, Cells.uuid(uuid)).getBinary(0, 0).getBytes())
        .isEqualTo(Cells.uuid(uuid).array());
  }

  @Test
  void addressesAndDurationsAreText() throws IOException {
    assertThat(write(Scalar.INET, Cells.bytes("7f000001")).getString(0, 0)).isEqualTo("127.0.0.1");
    assertThat(write(Scalar.INET, Cells.bytes("00000000000000000000ffff7f000001")).getString(0, 0))
        .isEqualTo("::ffff:127.0.0.1");
    assertThat(write(Scalar.DURATION, Cells.bytes("020406")).getString(0, 0)).isEqualTo("1mo2d3ns");
    assertThat(write(Scalar.DURATION, Cells.bytes("000000")).getString(0, 0)).isEqualTo("0s");
  }

  @Test
  void varintsAreDecimalsOfUpTo38Digits() throws IOException {
    for (String digits : List.of("0", "-1", "9".repeat(38), "-" + "9".repeat(38))) {
      ByteBuffer cell = ByteBuffer.wrap(new BigInteger(digits).toByteArray());
      assertThat(decimalOf(write(Scalar.VARINT, cell), 0)).isEqualTo(new BigDecimal(digits));
      assertThat(migrate(Scalar.VARINT, cell).getString(0, 0)).isEqualTo(digits);
    }
    String long77 = "7".repeat(77);
    ByteBuffer cell = ByteBuffer.wrap(new BigInteger(long77).toByteArray());
    assertThat(decimalOf(writeAs("DECIMAL(77)", Scalar.VARINT, cell), 0))
        .isEqualTo(new BigDecimal(long77));
  }

  @Test
  void decimalsTakeTheStorageThatTheirPrecisionAsksFor() throws IOException {
    assertThat(decimalOf(write(Scalar.DECIMAL, decimal("-12.5")), 18))
        .isEqualByComparingTo("-12.5");
    assertThat(decimalOf(write(Scalar.DECIMAL, decimal("12E3")), 18)).isEqualByComparingTo("12000");
    assertThat(writeAs("DECIMAL(9,2)", Scalar.DECIMAL, decimal("-12.5")).getInteger(0, 0))
        .isEqualTo(-1250);
    assertThat(writeAs("DECIMAL(18,3)", Scalar.DECIMAL, decimal("12.5")).getLong(0, 0))
        .isEqualTo(12_500);
    assertThat(decimalOf(writeAs("DECIMAL(76,2)", Scalar.DECIMAL, decimal("-0.01")), 2))
        .isEqualTo("-0.01");
    assertThat(decimalOf(writeAs("DECIMAL(100,50)", Scalar.DECIMAL, decimal("1e-50")), 50))
        .isEqualByComparingTo("1e-50");
    assertThat(writeAs("STRING", Scalar.DECIMAL, decimal("1.00")).getString(0, 0))
        .isEqualTo("1.00");
  }

  @Test
  void anExactDecimalKeepsItsBytesAndItsScale() throws IOException {
    Group exact = migrate(Scalar.DECIMAL, Cells.bytes("fffffffe0001")).getGroup(0, 0);
    assertThat(exact.getBinary("unscaled", 0).getBytes()).containsExactly(0, 1);
    assertThat(exact.getInteger("scale", 0)).isEqualTo(-2);
  }

  @Test
  void customTypesAreHexadecimalTextOrBytes() throws IOException {
    CqlType custom = new CqlType.Custom("org.example.Mine");
    Path file = directory.resolve("custom.parquet");
    assertThat(Written.one(file, Profile.STANDARD, custom, Cells.bytes("00ff")).getString(0, 0))
        .isEqualTo("0x00ff");
    assertThat(
            Written.one(file, Profile.MIGRATION, custom, Cells.bytes("00ff"))
                .getBinary(0, 0)
                .getBytes())
        .containsExactly(0, -1);
  }

  @Test
  void nullIsNull() throws IOException {
    for (Scalar type : Scalar.values()) {
      assertThat(write(type, null).getFieldRepetitionCount(0)).as(type.toCql()).isZero();
      assertThat(migrate(type, null).getFieldRepetitionCount(0)).as(type.toCql()).isZero();
    }
  }
}
