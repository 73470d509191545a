package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Field;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.UserTypes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ascii|69742773|it's|'it''s'",
        "text|e282ac|\u20ac|'\u20ac'",
        "text|``|``|''",
        "text|ff|0xff|0xff",
        "bigint|8000000000000000|-9223372036854775808|-9223372036854775808",
        "counter|0000000000000001|1|1",
        "blob|00ff|0x00ff|0x00ff",
        "blob|``|0x|0x",
        "boolean|01|true|true",
        "boolean|00|false|false",
        "boolean|02|true|true",
        "date|80000000|1970-01-01|'1970-01-01'",
        "date|00000000|-5877641-06-23|'-5877641-06-23'",
        "date|ffffffff|+5881580-07-11|'+5881580-07-11'",
        "decimal|000000020064|1.00|1.00",
        "decimal|00000002|0x00000002|0x00000002",
        "double|7ff8000000000001|NaN|NaN",
        "double|fff0000000000000|-Infinity|-Infinity",
        "double|8000000000000000|-0.0|-0.0",
        "float|7f800000|Infinity|Infinity",
        "float|3dcccccd|0.1|0.1",
        "duration|020204|1mo1d2ns|1mo1d2ns",
        "duration|020104|0x020104|0x020104",
        "inet|7f000001|127.0.0.1|'127.0.0.1'",
        "inet|7f00|0x7f00|0x7f00",
        "int|ffffffff|-1|-1",
        "int|``|0x|0x",
        "smallint|8000|-32768|-32768",
        "tinyint|80|-128|-128",
        "time|00004e94914effff|23:59:59.999999999|'23:59:59.999999999'",
        "time|0000000000000000|00:00:00.000000000|'00:00:00.000000000'",
        "time|00004e94914f0000|86400000000000|86400000000000",
        "time|ffffffffffffffff|-1|-1",
        "timestamp|0000000000000000|1970-01-01T00:00:00.000Z|'1970-01-01T00:00:00.000Z'",
        "timestamp|ffffffffffffffff|1969-12-31T23:59:59.999Z|'1969-12-31T23:59:59.999Z'",
        "timestamp|8000000000000000|-292275055-05-16T16:47:04.192Z|-9223372036854775808",
        "timestamp|7fffffffffffffff|+292278994-08-17T07:12:55.807Z|9223372036854775807",
        "uuid|00112233445566778899aabbccddeeff|00112233-4455-6677-8899-aabbccddeeff"
            + "|00112233-4455-6677-8899-aabbccddeeff",
        "timeuuid|00|0x00|0x00",
        "varint|ff7f|-129|-129",
        "varint|``|0x|0x",
        "'org.example.T'|0aff|0x0aff|0x0aff",
        "list<int>|00000002 00000004 00000007 ffffffff|[7, null]|[7, null]",
        "list<int>|00000000|[]|[]",
        "list<int>|``|0x|0x",
        "set<text>|00000001 00000001 27|{''''}|{''''}",
        "map<text, boolean>|00000001 00000001 61 00000001 01|{'a': true}|{'a': true}",
        "tuple<int, text, int>|00000004 00000001 ffffffff|(1, null, null)|(1, null, null)",
        "tuple<int>|``|(null)|(null)",
        "tuple<int>|00000002 0001|(0x0001)|(0x0001)",
        "tuple<int>|00000009 0001|0x000000090001|0x000000090001",
        "vector<int, 2>|00000001 00000002|[1, 2]|[1, 2]",
        "vector<smallint, 2>|02 0001 02 0002|[1, 2]|[1, 2]",
        "vector<smallint, 2>|02 0001 ff|0x020001ff|0x020001ff",
        "vector<smallint, 1>|ffffffffffffffffff|0xffffffffffffffffff|0xffffffffffffffffff",
        "vector<vector<text, 1>, 1>|02 01 61|[['a']]|[['a']]",
        "frozen<list<frozen<map<int, text>>>>"
            + "|00000001 00000010 00000001 00000004 00000005 00000000|[{5: ''}]|[{5: ''}]",
        "list<int>|7fffffff 00000004 00000007|0x7fffffff0000000400000007"
            + "|0x7fffffff0000000400000007"
      })
  void writesCellsForPeopleAndAsLiterals(String type, String hex, String plain, String literal) {
    CqlType cqlType = CqlTypeParser.parse(type, UserTypes.NONE);
    ByteBuffer cell = hex(hex.replace(" ", ""));
    assertThat(CellText.format(cqlType, cell)).isEqualTo(plain);
    assertThat(CellText.brief(cqlType, cell, 200)).isEqualTo(literal);
  }

  @Test
  void writesTheFieldsOfUserTypesByName() {
    CqlType type =
        new CqlType.UserDefined(
            "ks",
            "t",
            List.of(
                new Field("a", Scalar.INT),
                new Field("B c", Scalar.TEXT),
                new Field("added_later", Scalar.INT)),
            true);
    assertThat(CellText.format(type, hex("0000000400000001" + "0000000162")))
        .isEqualTo("{a: 1, \"B c\": 'b', added_later: null}");
  }

  @ParameterizedTest
  @EnumSource(Scalar.class)
  void writesNullForNull(Scalar type) {
    assertThat(CellText.format(type, null)).isEqualTo("null");
    assertThat(CellText.brief(type, null, 10_000)).isEqualTo("null");
  }

  @ParameterizedTest
  @EnumSource(Scalar.class)
  void refusesNoBytesAtAll(Scalar type) {
    for (int length = 0; length < 20; length++) {
      for (int fill : new int[] {0, 0x7f, 0xff}) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) fill);
        assertThat(CellText.format(type, ByteBuffer.wrap(bytes))).isNotNull();
        assertThat(CellText.brief(type, ByteBuffer.wrap(bytes), 3)).hasSizeLessThanOrEqualTo(4);
      }
    }
  }

  @Test
  void cutsLargeCellsForMessages() {
    ByteBuffer million =
        ByteBuffer.wrap("\u20ac".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
    assertThat(CellText.brief(Scalar.TEXT, million, 4)).isEqualTo("'\u20ac\u20ac\u20ac\u2026");
    assertThat(CellText.brief(Scalar.BLOB, million, 6)).isEqualTo("0xe282\u2026");
    assertThat(CellText.brief(Scalar.VARINT, million, 6)).isEqualTo("0xe282\u2026");
    assertThat(CellText.brief(Scalar.DECIMAL, million, 6)).isEqualTo("0xe282\u2026");
    CellWriter list = new CellWriter();
    list.putInt(100_000);
    for (int i = 0; i < 100_000; i++) {
      list.putInt(4);
      list.putInt(i);
    }
    assertThat(CellText.brief(new CqlType.ListOf(Scalar.INT, false), list.toBuffer(), 10))
        .isEqualTo("[0, 1, 2, \u2026");
  }

  @Test
  void neverCutsACharacterInHalf() {
    ByteBuffer cell = ByteBuffer.wrap("\ud83d\ude00\ud83d\ude00".getBytes(StandardCharsets.UTF_8));
    assertThat(CellText.brief(Scalar.TEXT, cell, 2)).isEqualTo("'\u2026");
    assertThat(CellText.brief(Scalar.TEXT, cell, 3)).isEqualTo("'\ud83d\ude00\u2026");
    assertThat(CellText.brief(Scalar.TEXT, cell, 6)).isEqualTo("'\ud83d\ude00\ud83d\ude00'");
  }

  @Test
  void readsBetweenPositionAndLimitAlone() {
    ByteBuffer cell = ByteBuffer.wrap(new byte[] {9, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 5, 9}, 1, 12);
    assertThat(CellText.format(new CqlType.ListOf(Scalar.INT, true), cell)).isEqualTo("[5]");
    assertThat(cell.remaining()).isEqualTo(12);
  }

  private static ByteBuffer hex(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}
