package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 2, 0.00",
    "0, -3, 0E+3",
    "10, 1, 1.0",
    "100, 2, 1.00",
    "-5, 1, -0.5",
    "12, -2147483648, 1.2E+2147483649",
    "1, -2147483648, 1E+2147483648",
    "1, 2147483647, 1E-2147483647",
    "123, 2147483647, 1.23E-2147483645",
    "-9223372036854775808, 0, -9223372036854775808",
    "123456789012345678901234567890, 10, 12345678901234567890.1234567890"
  })
  void writesTextThatKeepsTheScale(BigInteger unscaled, int scale, String text) {
    ByteBuffer cell = Decimals.cell(new BigDecimal(unscaled, scale));
    assertThat(Decimals.toText(cell)).isEqualTo(text);
    assertThat(Decimals.parse(text)).isEqualTo(cell);
    assertThat(Decimals.scale(cell)).isEqualTo(scale);
    assertThat(Varints.toBigInteger(Decimals.unscaled(cell))).isEqualTo(unscaled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-.5", ".5", "1.", "+1.0", "1e5", "1E-5", "-1.5e+3", "007", "0E-20"})
  void readsWhatBigDecimalReads(String text) {
    assertThat(Decimals.toBigDecimal(Decimals.parse(text))).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-",
        "+",
        "e5",
        "1e",
        "1e+",
        ".-5",
        ".+5",
        "1.-5",
        "1-5",
        "--1",
        "1..2",
        "1.2.3",
        "1e2e3",
        "1E2e3",
        "1e1.5",
        " 1",
        "1 ",
        "NaN",
        "Infinity",
        "0x1",
        "\u0661",
        "1,5",
        "1E+2147483649",
        "1E-2147483648",
        "1E99999999999999999999",
        "1E999999999999999999999999"
      })
  void refusesWhatIsNoDecimal(String text) {
    assertThat(Decimals.parse(text)).isNull();
  }

  @Test
  void encodesAsTheDriverDoes() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal value = randomDecimal(random);
      ByteBuffer cell = TypeCodecs.DECIMAL.encode(value, ProtocolVersion.V5);
      assertThat(Decimals.cell(value)).isEqualTo(cell);
      assertThat(Decimals.toBigDecimal(cell)).isEqualTo(value);
      assertThat(Decimals.parse(value.toString())).isEqualTo(cell);
      assertThat(Decimals.isMinimal(cell)).isTrue();
    }
  }

  @Test
  void fitsExactlyWhereBigDecimalNeedsNoRounding() {
    Random random = new Random(6);
    int fitting = 0;
    for (int i = 0; i < 20_000; i++) {
      BigDecimal value = randomDecimal(random);
      int precision = 1 + random.nextInt(60);
      int scale = random.nextInt(precision + 1);
      ByteBuffer cell = padded(Decimals.cell(value), random.nextInt(3));
      BigDecimal rescaled = rescaled(value, precision, scale);
      assertThat(Decimals.fits(cell, precision, scale))
          .as("%s as DECIMAL(%d,%d)", value, precision, scale)
          .isEqualTo(rescaled != null);
      if (rescaled != null) {
        fitting++;
        byte[] bytes = new byte[Decimals.byteSize(precision)];
        Decimals.toBytes(cell, scale, bytes);
        assertThat(new BigInteger(bytes)).isEqualTo(rescaled.unscaledValue());
        if (precision <= 18) {
          assertThat(Decimals.toLong(cell, scale))
              .isEqualTo(rescaled.unscaledValue().longValueExact());
        }
      }
    }
    assertThat(fitting).isGreaterThan(2_000);
  }

  @Test
  void fitsAtTheVeryEdgesOfAPrecision() {
    for (int precision = 1; precision <= 76; precision++) {
      BigInteger limit = BigInteger.TEN.pow(precision);
      for (BigInteger most : new BigInteger[] {limit.subtract(BigInteger.ONE), limit}) {
        boolean fits = most.compareTo(limit) < 0;
        ByteBuffer positive = Varints.cell(most);
        ByteBuffer negative = Varints.cell(most.negate());
        assertThat(Varints.fits(positive, precision)).isEqualTo(fits);
        assertThat(Varints.fits(negative, precision)).isEqualTo(fits);
        if (fits) {
          byte[] bytes = new byte[Decimals.byteSize(precision)];
          Varints.toBytes(negative, bytes);
          assertThat(new BigInteger(bytes)).isEqualTo(most.negate());
        }
      }
    }
    assertThat(Decimals.byteSize(38)).isEqualTo(16);
    assertThat(Decimals.byteSize(9)).isEqualTo(4);
    assertThat(Decimals.byteSize(18)).isEqualTo(8);
  }

  @Test
  void answersAtOnceForScalesFarApart() {
    for (int scale : new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE, -1_000_000, 1_000_000}) {
      assertThat(Decimals.fits(Decimals.cell(scale, 1), 38, 18)).isFalse();
      assertThat(
              Decimals.fits(
                  Decimals.cell(new BigDecimal(BigInteger.ONE.shiftLeft(99), scale)), 38, 18))
          .isFalse();
      ByteBuffer zero = Decimals.cell(scale, 0);
      assertThat(Decimals.fits(zero, 38, 18)).isTrue();
      assertThat(Decimals.toLong(zero, 18)).isZero();
      byte[] bytes = HexFormat.of().parseHex("ffffffff");
      Decimals.toBytes(zero, 18, bytes);
      assertThat(bytes).containsOnly(0);
    }
  }

  @Test
  void keepsRedundantBytesInTheExactFormAlone() {
    ByteBuffer cell = ByteBuffer.wrap(HexFormat.of().parseHex("00000001" + "0000000a"));
    assertThat(Decimals.isMinimal(cell)).isFalse();
    assertThat(Decimals.cell(Decimals.scale(cell), Decimals.unscaled(cell))).isEqualTo(cell);
    assertThat(Decimals.toText(cell)).isEqualTo("1.0");
    CellWriter out = new CellWriter();
    Decimals.putMinimal(1, Decimals.unscaled(cell), out);
    assertThat(out.toBuffer()).isEqualTo(Decimals.cell(1, 10));
    assertThat(Decimals.isMinimal(out.toBuffer())).isTrue();
  }

  @Test
  void tellsWhatHoldsNoNumber() {
    assertThat(Decimals.isValid(ByteBuffer.allocate(4))).isFalse();
    assertThat(Decimals.isValid(ByteBuffer.allocate(5))).isTrue();
    assertThat(Varints.isValid(ByteBuffer.allocate(0))).isFalse();
  }

  private static BigDecimal randomDecimal(Random random) {
    BigInteger unscaled = new BigInteger(random.nextInt(130), random);
    BigInteger signed = random.nextBoolean() ? unscaled.negate() : unscaled;
    // Trailing zeros, so that dividing without a remainder is met often.
    BigInteger value = signed.multiply(BigInteger.TEN.pow(random.nextInt(15)));
    return new BigDecimal(value, random.nextInt(50) - 20);
  }

  private static BigDecimal rescaled(BigDecimal value, int precision, int scale) {
    try {
      BigDecimal rescaled = value.setScale(scale);
      boolean fits = rescaled.unscaledValue().abs().compareTo(BigInteger.TEN.pow(precision)) < 0;
      return fits ? rescaled : null;
    } catch (ArithmeticException roundingNeeded) {
      return null;
    }
  }

  private static ByteBuffer padded(ByteBuffer cell, int more) {
    ByteBuffer padded = ByteBuffer.allocate(cell.remaining() + more);
    padded.putInt(cell.getInt(0));
    for (int i = 0; i < more; i++) {
      padded.put((byte) (cell.get(4) >> 7));
    }
    return padded.put(Decimals.unscaled(cell)).flip();
  }
}
