package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.UserTypes;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTest {

  private static final CqlType.UserDefined PERSON =
      new CqlType.UserDefined(
          "ks",
          "person",
          List.of(
              new CqlType.Field("age", CqlType.Scalar.INT),
              new CqlType.Field("Full Name", CqlType.Scalar.TEXT)),
          true);

  private static CqlType type(String cql) {
    return CqlTypeParser.parse(cql, UserTypes.NONE);
  }

  private static String parsed(CqlType type, String text) throws UnfitValue {
    CellWriter out = new CellWriter();
    CellParser.put(type, text, "-", out);
    return HexFormat.of().formatHex(out.toBuffer().array());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text|` it's `|20 697427 7320",
        "blob|0x00FF|00ff",
        "boolean|TRUE|01",
        "int| -5 |fffffffb",
        "int|0x|``",
        "double|-0.0|8000000000000000",
        "double|0x7ff80000deadbeef|7ff80000deadbeef",
        "float|Infinity|7f800000",
        "date|1970-01-02|80000001",
        "time|00:00:00.000000001|0000000000000001",
        "time|-1|ffffffffffffffff",
        "timestamp|1970-01-01 00:00:00.001+0000|0000000000000001",
        "timestamp|1970-01-01T01:00:00+01:00|0000000000000000",
        "timestamp|-1|ffffffffffffffff",
        "inet|::1|00000000000000000000000000000001",
        "decimal|1.00|0000000264",
        "varint|-129|ff7f",
        "duration|1mo1d2ns|020204",
        "list<int>|[ 7 , null ]|00000002 00000004 00000007 ffffffff",
        "list<int>|[]|00000000",
        "set<text>|{'a, ''b'''}|00000001 00000006 612c20276227",
        "map<text, timestamp>|{'k:': '1970-01-01 00:00:00.001+0000'}"
            + "|00000001 00000002 6b3a 00000008 0000000000000001",
        "map<int, frozen<list<int>>>|{1: [2]}"
            + "|00000001 00000004 00000001 0000000c 00000001 00000004 00000002",
        "map<time, time>|{00:00:00.000000001: 00:00:01}"
            + "|00000001 00000008 0000000000000001 00000008 000000003b9aca00",
        "map<time, int>|{5:7}|00000001 00000008 0000000000000005 00000004 00000007",
        "tuple<int, text>|(1, -)|00000004 00000001 ffffffff",
        "vector<int, 2>|[1, 2]|00000001 00000002",
        "vector<smallint, 2>|[1, 2]|02 0001 02 0002",
        "'org.example.T'|0x0aff|0aff",
      })
  void readsWhatIsWritten(String type, String text, String bytes) throws UnfitValue {
    assertThat(parsed(type(type), text)).isEqualTo(bytes.replace(" ", ""));
  }

  @Test
  void fieldsMayStandInAnyOrderAndBeMissing() throws UnfitValue {
    assertThat(parsed(PERSON, "{\"Full Name\": 'x', age: }")).isEqualTo("ffffffff0000000178");
    assertThat(parsed(PERSON, "{age: 1}")).isEqualTo("0000000400000001");
  }

  @ParameterizedTest
  @CsvSource({
    "list<double>,-Infinity",
    "list<double>,nan",
    "list<float>,+1.5",
    "list<uuid>,f47ac10b-58cc-4372-a567-0e02b2c3d479",
    "list<boolean>,True",
    "list<blob>,0x",
    "list<duration>,-1mo",
  })
  void whatMayBeAValueIsNeverNullWithinOne(String type, String word) throws UnfitValue {
    CellWriter out = new CellWriter();
    CellParser.put(type(type), "[" + word + "]", CellParser.nullWithin(word), out);

    assertThat(out.toBuffer().getInt(4)).as("the length of the element").isNotNegative();
  }

  @Test
  void otherWordsAreNullWithinAsElsewhere() throws UnfitValue {
    for (String word : List.of("-", "N/A", "<null>", "nil", "NULL")) {
      CellWriter out = new CellWriter();
      CellParser.put(type("list<double>"), "[" + word + "]", CellParser.nullWithin(word), out);

      assertThat(out.toBuffer().getInt(4)).as(word).isEqualTo(-1);
    }
  }

  /** Whatever bytes there are: as text, and read again, they are the same. */
  @ParameterizedTest
  @EnumSource(
      value = CqlType.Scalar.class,
      mode = Mode.EXCLUDE,
      names = {"TEXT", "ASCII"})
  void anyBytesComeBack(CqlType.Scalar type) throws UnfitValue {
    TextForm form = new TextForm(TextForm.Timestamps.CQLSH, "", TextForm.Inexact.AS_BYTES);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(18)];
      for (int at = 0; at < bytes.length; at++) { // often such as numbers begin with in vain
        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt());
      }
      if (type == CqlType.Scalar.TIMEUUID && bytes.length == 16) {
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x10);
      }
      String text = CellText.format(type, form, ByteBuffer.wrap(bytes));
      assertThat(parsed(type, text)).as(text).isEqualTo(HexFormat.of().formatHex(bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list<text>",
        "list<frozen<tuple<tinyint, text>>>",
        "tuple<frozen<list<ascii>>, text>",
        "vector<text, 2>",
        "vector<frozen<list<tinyint>>, 2>",
        "vector<tinyint, 3>",
      })
  void anyBytesOfNestedValuesComeBack(String cql) throws UnfitValue {
    TextForm form = new TextForm(TextForm.Timestamps.CQLSH, "null", TextForm.Inexact.AS_BYTES);
    CqlType type = type(cql);
    Random random = new Random(11);
    int bytesAlone = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[random.nextInt(20)];
      for (int at = 0; at < bytes.length; at++) { // often lengths and counts that may be
        boolean small = random.nextInt(4) > 0;
        bytes[at] = (byte) (small ? at % 4 == 3 ? random.nextInt(4) : 0 : random.nextInt(256));
      }
      String text = CellText.format(type, form, ByteBuffer.wrap(bytes));
      bytesAlone += text.startsWith("0x") ? 1 : 0;
      if (!text.contains("null")) {
        assertThat(parsed(type, text)).as(text).isEqualTo(HexFormat.of().formatHex(bytes));
      }
    }
    assertThat(bytesAlone).isBetween(1, 9_999);
  }

  @ParameterizedTest
  @CsvSource({
    "varint,00ff",
    "varint,0001",
    "decimal,0000000100ff",
    "boolean,02",
    "duration,800200000000",
  })
  void bytesThatLookLikeOthersAreWrittenAsBytes(String type, String hex) {
    TextForm form = new TextForm(TextForm.Timestamps.CQLSH, "", TextForm.Inexact.AS_BYTES);
    ByteBuffer cell = ByteBuffer.wrap(HexFormat.of().parseHex(hex));

    assertThat(CellText.format(type(type), form, cell))
        .isEqualTo(hex.equals("00ff") ? "255" : hex.endsWith("00ff") ? "25.5" : "0x" + hex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int|5x|'5x' is not an integer",
        "int|3000000000|3000000000 is out of the range of int",
        "tinyint|99999999999999999999|99999999999999999999 is out of the range of tinyint",
        "float|1e39|1e39 is out of the range of float",
        "boolean|yes|'yes' is not true or false",
        "ascii|é|'é' is not ASCII: it has a character beyond it",
        "blob|ff|'ff' is not a blob of the form 0x…, two digits a byte",
        "blob|0xf|'0xf' is not of the form 0x…, two digits a byte",
        "date|2024-02-30|'2024-02-30' is not a date of the form yyyy-mm-dd",
        "set<int>|{1, 2, 1}|the element 1 is there twice",
        "set<decimal>|{1.0, 1.00}|the element 1.00 is there twice",
        "set<double>|{NaN, 0x7ff80000deadbeef}|the element NaN is there twice",
        "set<int>|{1, null}|element 1 is null, and a set has none",
        "map<text, int>|{'a': 1, 'b': 2, 'a': 3}|the key a is there twice",
        "map<text, int>|{'a': null}|value 0 is null, and a map has none",
        "map<text, int>|{null: 1}|key 0 is null, and a map has none",
        "list<frozen<set<int>>>|[{1}, {1, 1}]|element 1: the element 1 is there twice",
        "vector<int, 2>|[0x0000, 0x000100000002]"
            + "|element 0 has 2 bytes, and each of vector<int, 2> has 4",
        "vector<vector<float, 2>, 1>|[0x00000000]"
            + "|element 0 has 4 bytes, and each of vector<vector<float, 2>, 1> has 8",
        "timeuuid|00112233-4455-6677-8899-aabbccddeeff"
            + "|'00112233-4455-6677-8899-aabbccddeeff' is not a UUID of version 1",
        "list<int>|[1, x]|element 1: 'x' is not an integer",
        "list<int>|[1|']' was expected at character 3, and there is the end",
        "list<int>|[1] 2|there is more behind the value, from character 5 on",
        "list<text>|['a]|element 0: the quote at character 2 is not closed",
        "map<int, frozen<list<int>>>|{1: [a]}|value 0: element 0: 'a' is not an integer",
        "list<text>|[\"a\", \"b\"]|element 0: '\"a\"' is not a text in single quotes, as"
            + " texts within others are",
        "map<text, int>|{\"a\": 1}|key 0: '\"a\"' is not a text in single quotes, as"
            + " texts within others are",
        "list<text>|[[x]]|element 0: '[x' is not a text in single quotes, as"
            + " texts within others are",
        "vector<int, 2>|[1]|1 elements are not the 2 of vector<int, 2>",
        "vector<int, 1>|[null]|element 0 is null, and a vector has none",
        "tuple<int>|(1, 2)|there are more than the 1 parts of the tuple",
      })
  void saysWhyATextIsNoValue(String type, String text, String reason) {
    UnfitValue unfit = catchThrowableOfType(UnfitValue.class, () -> parsed(type(type), text));

    assertThat(unfit.reason()).isEqualTo(reason);
  }
}
