package io.cqlai.parquet.it.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "100, 100",
    "1e20, 100000000000000000000",
    "1e21, 1E+21",
    "1.5e300, 1.5E+300",
    "-1e-7, -0.0000001",
    "1e-8, 1E-8",
    "4.9e-324, 5E-324",
    "-0.0, -0",
    "9007199254740993, 9007199254740992",
    "-Infinity, -Infinity"
  })
  void doublesAreTheShortestDigitsThatReadBack(double value, String text) {
    assertThat(CellText.of(value)).isEqualTo(text);
  }

  @Test
  void floatsAreTheShortestDigitsThatReadBackAsAFloat() {
    assertThat(CellText.of(0.1f)).isEqualTo("0.1");
    assertThat(CellText.of(Float.MAX_VALUE)).isEqualTo("3.4028235E+38");
    assertThat(CellText.of(Float.MIN_VALUE)).isEqualTo("1E-45");
  }

  @Test
  void onlyTheUsualNaNHasNoBits() {
    assertThat(CellText.of(Double.NaN)).isEqualTo("NaN");
    assertThat(CellText.of(Double.longBitsToDouble(0xfff8000000000001L)))
        .isEqualTo("NaN:0xfff8000000000001");
    assertThat(CellText.of(Float.intBitsToFloat(0x7fc00001))).isEqualTo("NaN:0x7fc00001");
  }

  @Test
  void timesHaveAsManyDigitsAsTheyNeedInThrees() {
    assertThat(CellText.ofNanosOfDay(0)).isEqualTo("00:00:00");
    assertThat(CellText.ofNanosOfDay(86_399_999_999_999L)).isEqualTo("23:59:59.999999999");
    assertThat(CellText.ofInstantCount(-1, 1_000)).isEqualTo("1969-12-31T23:59:59.999Z");
    assertThat(CellText.ofInstantCount(1_500, 1_000_000)).isEqualTo("1970-01-01T00:00:00.001500Z");
    assertThat(CellText.ofInstantCount(Long.MIN_VALUE, 1_000))
        .isEqualTo("-292275055-05-16T16:47:04.192Z");
    assertThat(CellText.ofDay(2_932_897)).isEqualTo("+10000-01-01");
  }
}
