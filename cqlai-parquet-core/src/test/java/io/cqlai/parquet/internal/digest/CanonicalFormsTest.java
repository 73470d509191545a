package io.cqlai.parquet.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.UserTypes;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormsTest {

  private static final KeptPrecision NUMBERS = new KeptPrecision(1, KeptPrecision.Decimals.NUMBER);
  private static final KeptPrecision BYTES = new KeptPrecision(1, KeptPrecision.Decimals.BYTES);

  @ParameterizedTest
  @CsvSource({
    "int, 00000007, 00000007",
    "int, '', ",
    "text, '', ''",
    "blob, '', ''",
    "uuid, '', ",
    "boolean, 05, 01",
    "boolean, 00, 00",
    "varint, 000007, 07",
    "varint, ffff80, 80",
    "varint, '', ",
    "decimal, 00000002000064, 0000000264",
    "decimal, '', ",
    "duration, 020406, 020406",
    "duration, 80028004c00006, 020406",
    "'vector<float, 2>', 3f80000040000000, 3f80000040000000"
  })
  void givesEachValueItsForm(String type, String value, @Nullable String form) {
    assertThat(form(type, KeptPrecision.FULL, value)).isEqualTo(form);
  }

  @Test
  void keepsTimesInTheUnitOfTheFile() {
    String oneOfEach = HexFormat.of().toHexDigits(3_000_000 + 2_000 + 1L);
    String millis = HexFormat.of().toHexDigits(3_000_000L);
    KeptPrecision unit = new KeptPrecision(1_000_000, KeptPrecision.Decimals.NUMBER);
    assertThat(form("time", unit, oneOfEach)).isEqualTo(millis);
    assertThat(form("time", KeptPrecision.FULL, oneOfEach)).isEqualTo(oneOfEach);
  }

  @Test
  void keepsOfDecimalsWhatTheFileKeeps() {
    String one = "0000000001"; // 1
    String oneAndZeros = "0000000264"; // 1.00
    String large = "00000019" + "084595161401484a000000"; // 1 with 25 zeros after the point
    assertThat(form("decimal", NUMBERS, oneAndZeros)).isEqualTo(one);
    assertThat(form("decimal", NUMBERS, large)).isEqualTo(one);
    assertThat(form("decimal", NUMBERS, "0000000500")).isEqualTo("0000000000");
    assertThat(form("decimal", KeptPrecision.FULL, oneAndZeros)).isEqualTo(oneAndZeros);
    assertThat(form("decimal", BYTES, "00000002000064")).isEqualTo("00000002000064");
    assertThat(form("decimal", BYTES, "00000007")).isEqualTo("00000007");
  }

  @Test
  void doesNotCareAboutTheOrderOfSetsAndMaps() {
    String one = part("00000001");
    String two = part("00000002");
    assertThat(form("frozen<set<int>>", KeptPrecision.FULL, "00000002" + two + one))
        .isEqualTo(one + two)
        .isEqualTo(form("set<int>", KeptPrecision.FULL, "00000002" + one + two));
    assertThat(form("map<int, int>", KeptPrecision.FULL, "00000002" + two + one + one + two))
        .isEqualTo(one + two + two + one);
  }

  @Test
  void takesTheLastValueOfKeysThatAFileHoldsToBeOne() {
    String one = part("00000000000000" + "01");
    String two = part("00000000000000" + "02");
    KeptPrecision micros = new KeptPrecision(1_000, KeptPrecision.Decimals.NUMBER);
    String zero = part("00000000000000" + "00");
    assertThat(
            form(
                "map<time, int>",
                micros,
                "00000002" + one + part("00000007") + two + part("00000008")))
        .isEqualTo(zero + part("00000008"));
    assertThat(form("set<time>", micros, "00000002" + one + two)).isEqualTo(zero);
  }

  @Test
  void keepsTheOrderOfLists() {
    String one = part("00000001");
    String two = part("00000002");
    assertThat(form("list<int>", KeptPrecision.FULL, "00000002" + two + one)).isEqualTo(two + one);
    assertThat(form("frozen<list<int>>", KeptPrecision.FULL, "00000001" + part("")))
        .as("an element of no bytes is null")
        .isEqualTo("ffffffff");
  }

  @Test
  void holdsEmptyCollectionsToBeNullWhereCassandraDoes() {
    for (String type : List.of("list<int>", "set<int>", "map<int, int>")) {
      assertThat(form(type, KeptPrecision.FULL, "00000000")).as(type).isNull();
      assertThat(form("frozen<" + type + ">", KeptPrecision.FULL, "00000000")).as(type).isEmpty();
    }
  }

  @Test
  void addsTheFieldsThatAValueIsTooOldToHave() {
    String type = "frozen<tuple<int, text>>";
    assertThat(form(type, KeptPrecision.FULL, part("00000001")))
        .isEqualTo(part("00000001") + "ffffffff")
        .isEqualTo(form(type, KeptPrecision.FULL, part("00000001") + "ffffffff"));
  }

  @Test
  void tellsAFieldOfNoBytesFromAMissingOne() {
    CqlType.UserDefined type =
        new CqlType.UserDefined(
            "ks", "u", List.of(new CqlType.Field("t", CqlType.Scalar.TEXT)), false);
    assertThat(form(type, KeptPrecision.FULL, "ffffffff")).as("all is null").isNull();
    assertThat(form(type, KeptPrecision.FULL, "00000000")).isEqualTo("00000000");
  }

  private static String part(String hex) {
    return HexFormat.of().toHexDigits(hex.length() / 2) + hex;
  }

  @Nullable
  private static String form(String type, KeptPrecision kept, String hex) {
    return form(CqlTypeParser.parse(type, UserTypes.of(List.of())), kept, hex);
  }

  @Nullable
  private static String form(CqlType parsed, KeptPrecision kept, String hex) {
    CellWriter out = new CellWriter();
    ByteBuffer value = ByteBuffer.wrap(HexFormat.of().parseHex("ff" + hex + "ff"));
    ByteBuffer slice = value.slice(1, value.limit() - 2);
    boolean there = CanonicalForms.ofCell(parsed, kept).put(slice, out);
    return there ? HexFormat.of().formatHex(out.toBuffer().array()) : null;
  }
}
