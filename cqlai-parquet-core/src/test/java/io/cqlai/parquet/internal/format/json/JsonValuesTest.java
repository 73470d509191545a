package io.cqlai.parquet.internal.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.UserTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {

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

  private static String written(CqlType type, String hex) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      ValueWriters.of(type).write(ByteBuffer.wrap(bytes(hex)), out);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static String read(CqlType type, String json) throws UnfitValue, IOException {
    byte[] bytes = ("  " + json).getBytes(StandardCharsets.UTF_8);
    CellWriter out = new CellWriter();
    try (JsonLine line = new JsonLine(bytes, 2, bytes.length - 2)) {
      line.tokens().nextToken();
      ValueParsers.of(type).put(line, out);
      assertThat(line.tokens().nextToken()).as("what stands behind the value").isNull();
    }
    return HexFormat.of().formatHex(out.toBuffer().array());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text|\"a\\\"ü\\n\"|6122c3bc0a",
        "text|\"\"|``",
        "ascii|\"a\"|61",
        "blob|\"0x00ff\"|00ff",
        "blob|\"0x\"|``",
        "boolean|true|01",
        "boolean|\"0x02\"|02",
        "tinyint|-1|ff",
        "smallint|-129|ff7f",
        "int|-5|fffffffb",
        "int|\"0x\"|``",
        "bigint|-9223372036854775808|8000000000000000",
        "counter|1|0000000000000001",
        "varint|123456789012345678901234567890|018ee90ff6c373e0ee4e3f0ad2",
        "decimal|1.50|00000002 0096",
        "decimal|1E+3|fffffffd 01",
        "double|-0.0|8000000000000000",
        "double|\"NaN\"|7ff8000000000000",
        "double|\"0x7ff80000deadbeef\"|7ff80000deadbeef",
        "float|\"-Infinity\"|ff800000",
        "float|0.1|3dcccccd",
        "date|\"1970-01-02\"|80000001",
        "time|\"00:00:00.000000001\"|0000000000000001",
        "timestamp|\"1970-01-01T00:00:00.001Z\"|0000000000000001",
        "inet|\"::1\"|00000000000000000000000000000001",
        "uuid|\"00000000-0000-0000-0000-000000000001\"|00000000000000000000000000000001",
        "duration|\"1mo1d2ns\"|020204",
        "list<int>|[7,8]|00000002 00000004 00000007 00000004 00000008",
        "list<int>|[]|00000000",
        "list<int>|\"0x\"|``",
        "list<int>|\"0x000000010000000400000007ff\"|00000001 00000004 00000007 ff",
        "list<int>|\"0xffffffff\"|ffffffff",
        "tuple<int>|\"0x00000004000000017f\"|00000004 00000001 7f",
        "set<text>|[\"a\"]|00000001 00000001 61",
        "map<text, timestamp>|{\"k\":\"1970-01-01T00:00:00.001Z\"}"
            + "|00000001 00000001 6b 00000008 0000000000000001",
        "map<double, int>|{\"NaN\":1}|00000001 00000008 7ff8000000000000 00000004 00000001",
        "map<frozen<list<text>>, frozen<list<int>>>|{\"['it''s']\":[2]}"
            + "|00000001 0000000c 00000001 00000004 69742773"
            + " 0000000c 00000001 00000004 00000002",
        "tuple<int, text>|[1,null]|00000004 00000001 ffffffff",
        "tuple<int, text>|[1]|00000004 00000001",
        "vector<int, 2>|[1,2]|00000001 00000002",
        "vector<smallint, 2>|[1,2]|02 0001 02 0002",
        "'org.example.T'|\"0x0aff\"|0aff",
        "list<text>|\"0x0000000100000002c080\"|00000001 00000002 c080",
      })
  void theBytesOfEachValueComeBack(String cql, String json, String hex)
      throws UnfitValue, IOException {
    assertThat(written(type(cql), hex)).isEqualTo(json);
    assertThat(read(type(cql), json)).isEqualTo(hex.replace(" ", ""));
  }

  @Test
  void fieldsHaveTheirNames() throws UnfitValue, IOException {
    String hex = "ffffffff0000000178";
    assertThat(written(PERSON, hex)).isEqualTo("{\"age\":null,\"Full Name\":\"x\"}");
    assertThat(read(PERSON, "{\"age\": null, \"Full Name\": \"x\"}")).isEqualTo(hex);
    assertThat(read(PERSON, "{\"Full Name\": \"x\"}")).isEqualTo(hex);
    assertThat(written(PERSON, "0000000400000001")).isEqualTo("{\"age\":1}");
    assertThat(read(PERSON, "{\"age\": 1}")).isEqualTo("0000000400000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int|\"7\"|00000007",
        "int|7.0|00000007",
        "varint|7.00|07",
        "boolean|1|01",
        "boolean|\"TRUE\"|01",
        "text|5|35",
        "text|1.50|312e3530",
        "text|false|66616c7365",
        "text|\"\\ud83d\\ude00\"|f09f9880",
        "double|NaN|7ff8000000000000",
        "double|-Infinity|fff0000000000000",
        "double|1|3ff0000000000000",
        "timestamp|\"1970-01-01T01:00:00+01:00\"|0000000000000000",
        "timestamp|1|0000000000000001",
        "blob|\"0X00FF\"|00ff",
        "blob|\"0x\\u0030a\"|0a",
      })
  void whatOthersWriteIsRead(String cql, String json, String hex) throws Exception {
    assertThat(read(type(cql), json)).isEqualTo(hex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int|1.5|'1.5' is not an integer",
        "int|2147483648|out of the range of int",
        "int|{}|'{' is not a int",
        "text|[]|'[' is not text",
        "text|NaN|'NaN' is not text",
        "ascii|-Infinity|'-Infinity' is not text",
        "list<text>|[Infinity]|element 0: 'Infinity' is not text",
        "text|\"\\ud83d\"|half of a surrogate pair",
        "ascii|\"ü\"|beyond ASCII",
        "blob|\"0x0\"|two digits a byte",
        "blob|\"0x0g\"|two digits a byte",
        "blob|\"cafe\"|of the form 0x",
        "list<int>|[1, \"x\"]|element 1: 'x' is not an integer",
        "list<int>|{}|is not a list<int>",
        "list<int>|\"[1]\"|is not a list<int>",
        "set<int>|[1, 1]|the element 1 is there twice",
        "set<decimal>|[1.0, 1.00]|is there twice",
        "set<int>|[null]|a set has none",
        "map<decimal, int>|{\"1.0\": 1, \"1.00\": 2}|the key 1.00 is there twice",
        "map<int, int>|{\"x\": 1}|key: 'x' is not an integer",
        "map<text, int>|{\"k\": null}|the value of k is null",
        "map<text, frozen<list<int>>>|{\"k\": [true]}|value of k: element 0: 'true' is not",
        "tuple<int>|[1, 2]|more than the 1 parts",
        "vector<int, 2>|[1]|1 elements are not the 2",
        "vector<int, 2>|[1, null]|element 1 is null",
        "vector<int, 2>|[\"0x0000\", \"0x000100000002\"]|element 0 has 2 bytes",
      })
  void whatIsNoValueIsRefused(String cql, String json, String reason) {
    UnfitValue unfit = catchThrowableOfType(UnfitValue.class, () -> read(type(cql), json));
    assertThat(unfit).as(cql.toLowerCase(Locale.ROOT)).hasMessageContaining(reason);
  }

  @Test
  void fieldsThatTheTypeLacksAreRefused() {
    assertThat(catchThrowableOfType(UnfitValue.class, () -> read(PERSON, "{\"x\": 1}")))
        .hasMessageContaining("has no field x");
    assertThat(
            catchThrowableOfType(UnfitValue.class, () -> read(PERSON, "{\"age\": 1, \"age\": 2}")))
        .hasMessageContaining("the field age is there twice");
  }
}
