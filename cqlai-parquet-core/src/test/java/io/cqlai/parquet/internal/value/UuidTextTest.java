package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

  @Test
  void writesAndReadsWhatTheDriverWritesAndReads() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      UUID uuid = new UUID(random.nextLong(), random.nextLong());
      ByteBuffer cell = TypeCodecs.UUID.encode(uuid, ProtocolVersion.V5);
      String text = new String(UuidText.format(cell, cell.position()), StandardCharsets.US_ASCII);
      assertThat(text).isEqualTo(uuid.toString());
      assertThat(UuidText.parse(text)).isEqualTo(cell);
      assertThat(UuidText.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(cell);
    }
  }

  @Test
  void readsByAbsoluteIndexAndLeavesTheBufferAlone() {
    ByteBuffer buffer = ByteBuffer.allocate(20);
    buffer.putLong(3, 0x0011223344556677L).putLong(11, 0x8899aabbccddeeffL).position(1);
    byte[] target = new byte[40];
    UuidText.format(buffer, 3, target, 2);
    assertThat(new String(target, 2, 36, StandardCharsets.US_ASCII))
        .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    assertThat(buffer.position()).isEqualTo(1);

    byte[] uuid = new byte[18];
    assertThat(UuidText.parse(target, 2, 36, uuid, 1)).isTrue();
    assertThat(ByteBuffer.wrap(uuid, 1, 16)).isEqualTo(buffer.slice(3, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00112233-4455-6677-8899-aabbccddeef",
        "00112233-4455-6677-8899-aabbccddeefff",
        "0011223-34455-6677-8899-aabbccddeeff",
        "00112233-4455-6677-8899-aabbccddeefg",
        "g0112233-4455-6677-8899-aabbccddeeff",
        "00112233-4455-6677-8899_aabbccddeeff",
        "00112233-4455-6677-8899-aabbccddee\u0130f",
        "\uff100112233-4455-6677-8899-aabbccddeeff",
        "{0112233-4455-6677-8899-aabbccddeef}",
        "1-1-1-1-1"
      })
  void refusesWhatIsNotExactlyAUuid(String text) {
    assertThat(UuidText.parse(text)).isNull();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(UuidText.parse(bytes, 0, bytes.length, new byte[16], 0)).isFalse();
  }
}
