package io.cqlai.parquet.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.shaded.guava.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordHashTest {

  private final WordHash hash = new WordHash();

  @Test
  void isMurmurHash3OfTheWords() {
    Random random = new Random(1);
    for (int size = 0; size < 320; size += 16) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      hash.begin(0);
      while (words.hasRemaining()) {
        hash.add(words.getLong());
      }
      hash.end();
      ByteBuffer expected =
          ByteBuffer.wrap(Hashing.murmur3_128().hashBytes(bytes).asBytes())
              .order(ByteOrder.LITTLE_ENDIAN);
      assertThat(hash.high()).as("%s bytes", size).isEqualTo(expected.getLong(0));
      assertThat(hash.low()).as("%s bytes", size).isEqualTo(expected.getLong(8));
    }
  }

  @Test
  void readsBytesWhereverTheyStand() {
    for (int size = 0; size < 20; size++) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      long plain = of(ByteBuffer.wrap(bytes));
      ByteBuffer within = ByteBuffer.allocate(size + 5).position(2).put(bytes).flip().position(2);
      assertThat(of(within)).isEqualTo(plain);
      for (int bit = 0; bit < 8 * size; bit++) {
        byte[] other = bytes.clone();
        other[bit / 8] = (byte) (other[bit / 8] ^ 1 << bit % 8);
        assertThat(of(ByteBuffer.wrap(other))).isNotEqualTo(plain);
      }
    }
  }

  private long of(ByteBuffer bytes) {
    hash.begin(7);
    hash.add(bytes);
    hash.end();
    return hash.low();
  }
}
