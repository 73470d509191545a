package io.cqlai.parquet.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.internal.core.type.util.VIntCoding;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VintsTest {

  @Test
  void writesAndReadsAsTheDriverDoes() {
    Random random = new Random(13);
    LongStream edges =
        LongStream.range(0, 64).flatMap(bit -> LongStream.of(-1, 0, 1).map(d -> (1L << bit) + d));
    LongStream any =
        LongStream.generate(() -> random.nextLong() >> random.nextInt(64)).limit(5_000);
    LongStream.concat(edges, any)
        .forEach(
            value -> {
              ByteArrayOutputStream expected = new ByteArrayOutputStream();
              writeAsTheDriver(value, expected);
              byte[] bytes = new byte[11];
              int size = Vints.putUnsigned(Vints.zigZag(value), bytes, 1);
              assertThat(Arrays.copyOfRange(bytes, 1, 1 + size)).isEqualTo(expected.toByteArray());
              assertThat(Vints.size(bytes[1])).isEqualTo(size);
              assertThat(Vints.unsignedSize(Vints.zigZag(value))).isEqualTo(size);
              assertThat(Vints.readSigned(ByteBuffer.wrap(bytes), 1)).isEqualTo(value);
              assertThat(Vints.readUnsigned(ByteBuffer.wrap(bytes), 1))
                  .isEqualTo(Vints.zigZag(value));
            });
  }

  private static void writeAsTheDriver(long value, ByteArrayOutputStream target) {
    try {
      VIntCoding.writeVInt(value, new DataOutputStream(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
