package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.parquet.io.SeekableInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileTest {

  private static final int BYTES = 200_000;

  @TempDir private Path directory;
  private final byte[] content = new byte[BYTES];
  private LocalFile file;

  @BeforeEach
  void writeFile() throws IOException {
    new Random(1).nextBytes(content);
    file = new LocalFile(Files.write(directory.resolve("file"), content));
  }

  @Test
  void givesManyBytesAtOnce() throws IOException {
    try (SeekableInputStream in = file.newStream()) {
      byte[] bytes = new byte[BYTES];
      assertThat(in.read(bytes, 0, BYTES)).isEqualTo(BYTES);
      assertThat(bytes).isEqualTo(content);
      assertThat(in.read(bytes, 0, 1)).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(file.getLength()).isEqualTo(BYTES);
  }

  @Test
  void fillsBuffersOfAnyKindFromAnyPlace() throws IOException {
    try (SeekableInputStream in = file.newStream()) {
      for (ByteBuffer buffer :
          new ByteBuffer[] {ByteBuffer.allocate(150_000), ByteBuffer.allocateDirect(150_000)}) {
        in.seek(10);
        in.readFully(buffer.position(5));
        assertThat(in.getPos()).isEqualTo(10 + 149_995);
        assertThat(buffer.flip().position(5)).isEqualTo(ByteBuffer.wrap(content, 10, 149_995));
      }
    }
  }

  @Test
  void skipsNoFurtherThanItsEnd() throws IOException {
    try (SeekableInputStream in = file.newStream()) {
      assertThat(in.skip(100)).isEqualTo(100);
      assertThat(in.read()).isEqualTo(content[100] & 0xFF);
      assertThat(in.skip(-5)).isZero();
      assertThat(in.skip(Long.MAX_VALUE - BYTES)).isEqualTo(BYTES - 101);
    }
  }

  @Test
  void saysThatItEnds() throws IOException {
    try (SeekableInputStream in = file.newStream()) {
      in.seek(BYTES - 3);
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> in.readFully(ByteBuffer.allocate(4)));
      in.seek(BYTES - 3);
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> in.readFully(new byte[4]));
    }
  }
}
