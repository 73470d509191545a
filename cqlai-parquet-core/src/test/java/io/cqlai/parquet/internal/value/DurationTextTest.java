package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.data.CqlDuration;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  private static final int MOST_MONTHS = Integer.MAX_VALUE;

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0s",
    "14, 3, 14706007008009, 1y2mo3d4h5m6s7ms8us9ns",
    "-14, -3, -14706007008009, -1y2mo3d4h5m6s7ms8us9ns",
    "0, 0, 1, 1ns",
    "0, 0, -1, -1ns",
    "12, 0, 0, 1y",
    "0, 7, 0, 7d",
    "2147483647, 2147483647, 9223372036854775807,"
        + " 178956970y7mo2147483647d2562047h47m16s854ms775us807ns",
    "-2147483648, -2147483648, -9223372036854775808,"
        + " -178956970y8mo2147483648d2562047h47m16s854ms775us808ns",
    "0, 0, -9223372036854775808, -2562047h47m16s854ms775us808ns"
  })
  void writesCqlsNotationAndReadsItBack(int months, int days, long nanos, String text) {
    ByteBuffer cell = DurationText.cell(months, days, nanos);
    assertThat(DurationText.format(cell)).isEqualTo(text);
    assertThat(DurationText.parse(text)).isEqualTo(cell);
    assertThat(DurationText.isMinimal(cell)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1Y2MO3W4D5H6M7S8MS9US10NS, 14, 25, 18367008009010",
    "1w, 0, 7, 0",
    "5\u00b5s, 0, 0, 5000",
    "-0s, 0, 0, 0",
    "36h, 0, 0, 129600000000000",
    "P1Y2M3DT4H5M6S, 14, 3, 14706000000000",
    "-P1Y2M3DT4H5M6S, -14, -3, -14706000000000",
    "PT1S, 0, 0, 1000000000",
    "P3W, 0, 21, 0",
    "P0001-02-03T04:05:06, 14, 3, 14706000000000",
    "-P0000-00-01T00:00:00, 0, -1, 0"
  })
  void readsTheOtherNotationsThatCqlKnows(String text, int months, int days, long nanos) {
    assertThat(DurationText.parse(text)).isEqualTo(DurationText.cell(months, days, nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "1",
        "d",
        "1d1y",
        "1d2d",
        "1d 2h",
        " 1d",
        "1d ",
        "--1d",
        "+1d",
        "1d-2h",
        "1.5h",
        "P",
        "PT",
        "-P",
        "P1DT",
        "p1d",
        "P1H",
        "P1W2D",
        "P1-02-03T04:05:06",
        "1x",
        "1dx",
        "\u0661d",
        "178956970y8mo",
        "-178956970y9mo",
        "2147483648d",
        "9223372036854775808ns",
        "-9223372036854775809ns",
        "-2562047h47m16s854ms775us809ns",
        "99999999999999999999ns",
        "306783379w"
      })
  void refusesWhatIsNoDurationOrTooLarge(String text) {
    assertThat(DurationText.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "0000",
        "000000ff",
        "010200",
        "020100",
        "00f10000000000",
        "ff00",
        "00000000"
      })
  void hasNoTextForBytesThatAreNoDuration(String hex) {
    ByteBuffer cell = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    assertThat(DurationText.format(cell)).isNull();
    assertThat(DurationText.isMinimal(cell)).isFalse();
  }

  @Test
  void tellsThatBytesWouldBeShortened() {
    ByteBuffer cell = ByteBuffer.wrap(HexFormat.of().parseHex("800204" + "00"));
    assertThat(DurationText.format(cell)).isEqualTo("1mo2d");
    assertThat(DurationText.isMinimal(cell)).isFalse();
  }

  @Test
  void agreesWithTheDriver() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      int sign = random.nextBoolean() ? 1 : -1;
      int months = sign * (random.nextInt(MOST_MONTHS) >> random.nextInt(31));
      int days = sign * (random.nextInt(MOST_MONTHS) >> random.nextInt(31));
      long nanos = sign * ((random.nextLong() >>> 1) >> random.nextInt(63));
      CqlDuration duration = CqlDuration.newInstance(months, days, nanos);
      ByteBuffer cell = TypeCodecs.DURATION.encode(duration, ProtocolVersion.V5);
      assertThat(DurationText.cell(months, days, nanos)).isEqualTo(cell);
      String text = DurationText.format(cell);
      assertThat(DurationText.parse(text)).isEqualTo(cell);
      assertThat(CqlDuration.from(text)).isEqualTo(duration);
    }
  }
}
