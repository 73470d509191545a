package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarintsTest {

  @Test
  void encodesAsTheDriverDoes() {
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      BigInteger value = new BigInteger(random.nextInt(200), random);
      assertThatAllAgree(random.nextBoolean() ? value.negate() : value);
    }
    for (int bit = 0; bit <= 64; bit++) {
      for (int delta = -1; delta <= 1; delta++) {
        BigInteger value = BigInteger.ONE.shiftLeft(bit).add(BigInteger.valueOf(delta));
        assertThatAllAgree(value);
        assertThatAllAgree(value.negate());
      }
    }
  }

  private static void assertThatAllAgree(BigInteger value) {
    ByteBuffer cell = TypeCodecs.VARINT.encode(value, ProtocolVersion.V5);
    assertThat(Varints.cell(value)).isEqualTo(cell);
    assertThat(Varints.toText(cell)).isEqualTo(value.toString());
    assertThat(Varints.parse(value.toString())).isEqualTo(cell);
    assertThat(Varints.isMinimal(cell)).isTrue();
    byte[] padded = new byte[cell.remaining() + 3];
    Unscaled.move(cell, 0, cell.remaining(), 0, padded);
    assertThat(Varints.isMinimal(ByteBuffer.wrap(padded))).isFalse();
    CellWriter out = new CellWriter();
    Varints.put(ByteBuffer.wrap(padded), out);
    assertThat(out.toBuffer()).isEqualTo(cell);
    assertThat(Varints.toBigInteger(ByteBuffer.wrap(padded))).isEqualTo(value);
    if (value.bitLength() < 64) {
      out.reset();
      Varints.put(value.longValueExact(), out);
      assertThat(out.toBuffer()).isEqualTo(cell);
      if (Varints.fits(cell, 18)) {
        assertThat(Varints.toLong(ByteBuffer.wrap(padded))).isEqualTo(value.longValueExact());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+", "1.0", "1e5", " 1", "0x10", "\u0661", "--1", "1-"})
  void refusesWhatIsNoInteger(String text) {
    assertThat(Varints.parse(text)).isNull();
  }

  @Test
  void readsMillionsOfDigitsWithinSeconds() {
    String digits = "9".repeat(1_000_000);
    ByteBuffer cell =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Varints.parse(digits));
    assertThat(Varints.toBigInteger(cell).add(BigInteger.ONE))
        .isEqualTo(BigInteger.TEN.pow(1_000_000));
  }
}
