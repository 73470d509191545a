package io.cqlai.parquet.copy;

import static io.cqlai.parquet.copy.Parsed.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptionValuesTest {

  @ParameterizedTest
  @EnumSource
  void choicesComeInAnyCaseWithOrWithoutQuotes(CopyOption option) {
    for (String choice : option.choices()) {
      assertThat(value(option, "'" + choice + "'")).isEqualTo(choice);
      assertThat(value(option, choice)).isEqualTo(choice);
      assertThat(value(option, "' " + choice.toLowerCase(java.util.Locale.ROOT) + " '"))
          .isEqualTo(choice);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "CHUNKSIZE, 50000, 50000",
        "CHUNKSIZE, '50000', 50000",
        "CHUNKSIZE, '50K', 50000",
        "CHUNKSIZE, 50k, 50000",
        "CHUNKSIZE, '1M', 1000000",
        "CHUNKSIZE, '1 m', 1000000",
        "CHUNKSIZE, 1, 1",
        "CHUNKSIZE, 2147483647, 2147483647",
        "ROWGROUP_BYTES, 67108864, 67108864",
        "ROWGROUP_BYTES, '64MB', 64000000",
        "ROWGROUP_BYTES, 64MiB, 67108864",
        "ROWGROUP_BYTES, '10 kb', 10000",
        "ROWGROUP_BYTES, '1KiB', 1024",
        "ROWGROUP_BYTES, '2GB', 2000000000",
        "ROWGROUP_BYTES, '1gib', 1073741824",
        "PAGESIZE, 5000, 5000",
        "LIMIT, 9223372036854775807, 9223372036854775807",
        "SKIPROWS, 0, 0",
        "MAXROWS, 0, 0",
        "MAXROWS, -1, -1",
        "MAXERRORS, '10K', 10000",
        "TIMESTAMP, -9223372036854775807, -9223372036854775807",
        "TIMESTAMP, '1700000000000000', 1700000000000000",
        "TTL, 0, 0",
        "TTL, 630720000, 630720000",
        "CONCURRENCY, 32768, 32768",
        "BEGINTOKEN, -9223372036854775808, -9223372036854775808",
        "ENDTOKEN, '9223372036854775807', 9223372036854775807"
      })
  void numbersAreLongs(CopyOption option, String written, long expected) {
    assertThat(value(option, written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "90, PT1M30S",
    "'30s', PT30S",
    "30S, PT30S",
    "2m, PT2M",
    "500ms, PT0.5S",
    "'1 h', PT1H",
    "24h, PT24H"
  })
  void timesAreDurations(String written, Duration expected) {
    assertThat(value(CopyOption.REQUEST_TIMEOUT, "'" + written + "'")).isEqualTo(expected);
    assertThat(value(CopyOption.REQUEST_TIMEOUT, written.replace(" ", ""))).isEqualTo(expected);
  }

  @Test
  void ratesAreOfRowsUnlessTheyHaveAUnitOfBytes() {
    assertThat(value(CopyOption.RATE, "5000")).isEqualTo(new Rate(5_000, false));
    assertThat(value(CopyOption.RATE, "'50K'")).isEqualTo(new Rate(50_000, false));
    assertThat(value(CopyOption.RATE, "'20 mb'")).isEqualTo(new Rate(20_000_000, true));
    assertThat(value(CopyOption.RATE, "'1MiB'")).isEqualTo(new Rate(1 << 20, true));
    assertThat(value(CopyOption.RATE, "auto")).isEqualTo("AUTO");
  }

  @Test
  void textStaysAsItStands() {
    assertThat(value(CopyOption.TYPES, "'{\"a\": \"It''s\"}'")).isEqualTo("{\"a\": \"It's\"}");
    assertThat(value(CopyOption.ERRFILE, "' Bad.parquet '")).isEqualTo(" Bad.parquet ");
  }

  @Test
  void levelsFitTheirCodec() {
    for (String good : new String[] {"ZSTD|1", "ZSTD|22", "GZIP|0", "GZIP|9"}) {
      String[] parts = good.split("\\|");
      Options options =
          Parsed.to(
                  "COPY t TO 'x' WITH COMPRESSION_LEVEL="
                      + parts[1]
                      + " AND COMPRESSION="
                      + parts[0])
              .options();
      assertThat(options.text(CopyOption.COMPRESSION)).contains(parts[0]);
      assertThat(options.number(CopyOption.COMPRESSION_LEVEL)).hasValue(Long.parseLong(parts[1]));
    }
  }

  @Test
  void noWriteTimeOfOurOwnGoesWithEveryMode() {
    for (String mode : CopyOption.MODE.choices()) {
      Options options =
          Parsed.from("COPY t FROM 'x' WITH TIMESTAMP='SERVER' AND MODE=" + mode).options();
      assertThat(options.text(CopyOption.TIMESTAMP)).contains("SERVER");
      assertThat(options.number(CopyOption.TIMESTAMP)).isEmpty();
    }
  }

  @Test
  void optionsKeepTheirOrderAndKnowTheirPlace() {
    String statement = "COPY t TO 'x'\nWITH PAGESIZE = 7 AND\n  limit = '5K'";
    Options options = Parsed.to(statement).options();

    assertThat(options.asMap().keySet()).containsExactly(CopyOption.PAGESIZE, CopyOption.LIMIT);
    Place place = options.find(CopyOption.LIMIT).orElseThrow().place();
    assertThat(place).isEqualTo(new Place(statement.indexOf("'5K'"), 4, 3, 11));
    assertThat(options).hasToString("{PAGESIZE=7, LIMIT=5000}");
    assertThat(options.has(CopyOption.FORMAT)).isFalse();
    assertThat(options.duration(CopyOption.REQUEST_TIMEOUT)).isEmpty();
  }
}
