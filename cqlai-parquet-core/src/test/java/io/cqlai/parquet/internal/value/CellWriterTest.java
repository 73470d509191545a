package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.data.CqlVector;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CellWriterTest {

  @Test
  void writesNestedCollectionsAsTheDriverDoes() {
    CellWriter out = new CellWriter(1);
    int map = out.beginCollection();
    int key = out.beginValue();
    out.putBytes("k".getBytes(StandardCharsets.UTF_8), 0, 1);
    out.endValue(key);
    int value = out.beginValue();
    int list = out.beginCollection();
    for (long element : new long[] {1, -1, Long.MIN_VALUE}) {
      int mark = out.beginValue();
      out.putLong(element);
      out.endValue(mark);
    }
    out.endCollection(list, 3);
    out.endValue(value);
    out.endCollection(map, 1);

    ByteBuffer expected =
        TypeCodecs.mapOf(TypeCodecs.TEXT, TypeCodecs.listOf(TypeCodecs.BIGINT))
            .encode(Map.of("k", List.of(1L, -1L, Long.MIN_VALUE)), ProtocolVersion.V5);
    assertThat(out.toBuffer()).isEqualTo(expected);
  }

  @Test
  void writesVectorsOfTextsOfAnyLengthAsTheDriverDoes() {
    List<String> texts = List.of("", "a", "b".repeat(127), "c".repeat(128), "d".repeat(20_000));
    CellWriter out = new CellWriter();
    for (String text : texts) {
      int mark = out.beginVintValue();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.putBytes(bytes, 0, bytes.length);
      out.endVintValue(mark);
    }
    ByteBuffer expected =
        CodecRegistry.DEFAULT
            .codecFor(DataTypes.vectorOf(DataTypes.TEXT, 5), GenericType.vectorOf(String.class))
            .encode(CqlVector.newInstance(texts), ProtocolVersion.V5);
    assertThat(out.toBuffer()).isEqualTo(expected);
  }

  @Test
  void putsEachNumberWithItsMostSignificantByteFirst() {
    CellWriter out = new CellWriter(1);
    out.putByte(-2);
    out.putShort(0x0102);
    out.putInt(0x03040506);
    out.putLong(0x0708090a0b0c0d0eL);
    out.putFloat(Float.intBitsToFloat(0x7fc00001));
    out.putDouble(-0.0);
    out.putValue(ByteBuffer.wrap(new byte[] {0, 7, 0}, 1, 1));
    out.putValue(null);
    assertThat(out.toBuffer())
        .isEqualTo(
            ByteBuffer.allocate(36)
                .put((byte) -2)
                .putShort((short) 0x0102)
                .putInt(0x03040506)
                .putLong(0x0708090a0b0c0d0eL)
                .putInt(0x7fc00001)
                .putLong(Long.MIN_VALUE)
                .putInt(1)
                .put((byte) 7)
                .putInt(-1)
                .flip());
  }

  @Test
  void takesBackWhatWasWrittenAfterAPoint() {
    CellWriter out = new CellWriter();
    out.putInt(1);
    int point = out.size();
    out.putInt(2);
    assertThat(out.toBuffer(point)).isEqualTo(ByteBuffer.allocate(4).putInt(0, 2));
    out.truncate(point);
    assertThat(out.toBuffer()).isEqualTo(ByteBuffer.allocate(4).putInt(0, 1));
    assertThatThrownBy(() -> out.truncate(5)).isInstanceOf(IndexOutOfBoundsException.class);
    out.reset();
    assertThat(out.size()).isZero();
  }

  @Test
  void theHashesOfTextsThatWereMadeToCollideDiffer() {
    CellWriter out = new CellWriter();
    Set<Integer> hashes = new HashSet<>();
    for (int text = 0; text < 1 << 12; text++) {
      int start = out.size();
      for (int bit = 0; bit < 12; bit++) { // all of them have one hash as Java's strings
        out.putShort((text >> bit & 1) == 0 ? 'A' << 8 | 'a' : 'B' << 8 | 'B');
      }
      hashes.add(out.hash(start));
    }
    assertThat(hashes).hasSizeGreaterThan((1 << 12) - 10);
    assertThat(slots(hashes)).as("places in a table of 4,096").hasSizeGreaterThan(2_000);
  }

  private static Set<Integer> slots(Set<Integer> hashes) {
    return hashes.stream().map(hash -> hash & 0xfff).collect(Collectors.toSet());
  }

  @Test
  void aHashIsThatOfTheBytesAlone() {
    CellWriter out = new CellWriter();
    for (int length = 0; length < 20; length++) {
      byte[] bytes = "abcdefghijklmnopqrst".substring(0, length).getBytes(StandardCharsets.UTF_8);
      int first = out.size();
      out.putBytes(bytes, 0, length);
      int hash = out.hash(first);
      int second = out.size();
      out.putBytes(bytes, 0, length);
      assertThat(out.hash(second)).isEqualTo(hash);
      out.putByte(0);
      assertThat(out.hash(second)).isNotEqualTo(hash);
    }
  }

  @Test
  void handsOutBuffersThatLaterValuesDoNotChange() {
    CellWriter out = new CellWriter();
    out.putInt(1);
    ByteBuffer first = out.toBuffer();
    out.reset();
    out.putInt(2);
    assertThat(first.getInt(0)).isEqualTo(1);
  }
}
