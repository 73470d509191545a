package io.cqlai.parquet.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lzo.LzoCompressor;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Compression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {

  private static byte[] page(int size) {
    byte[] page = new byte[size];
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      page[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : i / 50);
    }
    return page;
  }

  private static byte[] bytes(BytesInput data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    data.writeAllTo(out);
    return out.toByteArray();
  }

  private static byte[] decompress(CompressionCodecName codec, byte[] data, int size)
      throws IOException {
    try (Codecs codecs = new Codecs()) {
      return bytes(codecs.getDecompressor(codec).decompress(BytesInput.from(data), size));
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void whatIsCompressedComesBack(Compression compression) throws IOException {
    CompressionCodecName name = Codecs.nameOf(compression);
    try (Codecs codecs = new Codecs()) {
      BytesInputCompressor compressor = codecs.getCompressor(name);
      assertThat(compressor.getCodecName()).isEqualTo(name);
      for (int size : new int[] {0, 1, 1 << 20, 100, 5 << 20, 70_000}) {
        byte[] page = page(size);
        byte[] packed = bytes(compressor.compress(BytesInput.from(page)));
        assertThat(decompress(name, packed, size)).isEqualTo(page);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9})
  void gzipIsWhatTheJdkReadsAtEachLevel(int level) throws IOException {
    byte[] page = page(300_000);
    try (Codecs codecs = new Codecs()) {
      byte[] packed =
          bytes(
              codecs
                  .getCompressor(CompressionCodecName.GZIP, level)
                  .compress(BytesInput.from(page)));
      assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
          .isEqualTo(page);
    }
  }

  @Test
  void aHigherLevelOfZstdCompressesMore() throws IOException {
    byte[] page = page(1 << 20);
    try (Codecs codecs = new Codecs()) {
      long fast = sizeAt(codecs, 1, page);
      assertThat(sizeAt(codecs, 19, page)).isLessThan(fast);
    }
  }

  private static long sizeAt(Codecs codecs, int level, byte[] page) throws IOException {
    return codecs
        .getCompressor(CompressionCodecName.ZSTD, level)
        .compress(BytesInput.from(page))
        .size();
  }

  @Test
  void aPageDecompressesIntoAGivenBufferToo() throws IOException {
    byte[] page = page(5_000);
    for (Compression compression : Compression.values()) {
      CompressionCodecName name = Codecs.nameOf(compression);
      try (Codecs codecs = new Codecs()) {
        byte[] packed = bytes(codecs.getCompressor(name).compress(BytesInput.from(page)));
        ByteBuffer in = ByteBuffer.allocateDirect(packed.length + 9).put(3, packed).position(3);
        ByteBuffer out = ByteBuffer.allocate(6_000).position(10);
        codecs.getDecompressor(name).decompress(in, packed.length, out, page.length);
        assertThat(in.position()).isEqualTo(3 + packed.length);
        assertThat(Arrays.copyOfRange(out.array(), 10, out.position())).isEqualTo(page);
      }
    }
  }

  private static byte[] block(Compressor compressor, byte[] page, int from, int to) {
    byte[] out = new byte[compressor.maxCompressedLength(to - from)];
    int size = compressor.compress(page, from, to - from, out, 0, out.length);
    return Arrays.copyOf(out, size);
  }

  private static byte[] hadoop(Compressor compressor, byte[] page, int... ends) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int from = 0;
    for (int end : ends) {
      byte[] block = block(compressor, page, from, end);
      out.writeInt(end - from);
      out.writeInt(block.length);
      out.write(block);
      from = end;
    }
    return bytes.toByteArray();
  }

  @Test
  void legacyLz4IsReadInHadoopsFraming() throws IOException {
    byte[] page = page(200_000);
    byte[] one = hadoop(new Lz4Compressor(), page, 200_000);
    byte[] three = hadoop(new Lz4Compressor(), page, 70_000, 131_072, 200_000);
    assertThat(decompress(CompressionCodecName.LZ4, one, page.length)).isEqualTo(page);
    assertThat(decompress(CompressionCodecName.LZ4, three, page.length)).isEqualTo(page);
  }

  @Test
  void oneHadoopBlockMayHaveSeveralPieces() throws IOException {
    byte[] page = page(100_000);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(page.length);
    for (int from = 0; from < page.length; from += 50_000) {
      byte[] piece = block(new Lz4Compressor(), page, from, from + 50_000);
      out.writeInt(piece.length);
      out.write(piece);
    }
    assertThat(decompress(CompressionCodecName.LZ4, bytes.toByteArray(), page.length))
        .isEqualTo(page);
  }

  @Test
  void legacyLz4IsReadAsABareBlock() throws IOException {
    byte[] page = page(90_000);
    byte[] block = block(new Lz4Compressor(), page, 0, page.length);
    assertThat(decompress(CompressionCodecName.LZ4, block, page.length)).isEqualTo(page);
  }

  @Test
  void legacyLz4IsReadAsAFrameWhoseBlocksDependOnEachOther() throws IOException {
    // magic; version 1, linked blocks, content checksum; 64 KiB; header checksum (not looked at)
    byte[] header = HexFormat.of().parseHex("04224d18" + "44" + "40" + "00");
    // "abcdefgh" as literals; then a match of 12 bytes, 8 back: into the block before; one literal
    byte[] first = HexFormat.of().parseHex("80" + "6162636465666768");
    byte[] second = HexFormat.of().parseHex("08" + "0800" + "10" + "7a");
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(header);
    frame.writeBytes(new byte[] {(byte) first.length, 0, 0, 0});
    frame.writeBytes(first);
    frame.writeBytes(new byte[] {(byte) second.length, 0, 0, 0});
    frame.writeBytes(second);
    frame.writeBytes(new byte[] {3, 0, 0, (byte) 0x80, 'r', 'a', 'w'});
    frame.writeBytes(new byte[8]); // end mark, content checksum
    byte[] plain = "abcdefghabcdefghabcdzraw".getBytes(StandardCharsets.US_ASCII);
    assertThat(decompress(CompressionCodecName.LZ4, frame.toByteArray(), plain.length))
        .isEqualTo(plain);
  }

  @Test
  void lzoIsReadInHadoopsFraming() throws IOException {
    byte[] page = page(200_000);
    byte[] data = hadoop(new LzoCompressor(), page, 131_072, 200_000);
    assertThat(decompress(CompressionCodecName.LZO, data, page.length)).isEqualTo(page);
  }

  @Test
  void brotliIsRefusedWithTheRemedy() {
    try (Codecs codecs = new Codecs()) {
      assertThatThrownBy(() -> codecs.getDecompressor(CompressionCodecName.BROTLI))
          .isInstanceOf(TransferException.class)
          .hasMessage(
              "The file is compressed with BROTLI, for which there is no codec here. "
                  + "Write it again with SNAPPY, GZIP, ZSTD, LZ4 or none")
          .extracting(e -> ((TransferException) e).code())
          .isEqualTo(ErrorCode.UNSUPPORTED_FILE);
    }
  }

  @ParameterizedTest
  @EnumSource(value = CompressionCodecName.class, mode = EnumSource.Mode.EXCLUDE, names = "BROTLI")
  void corruptedAndLyingPagesEndInAnError(CompressionCodecName codec) {
    byte[] noise = new byte[1_000];
    new Random(7).nextBytes(noise);
    try (Codecs codecs = new Codecs()) {
      BytesInputDecompressor decompressor = codecs.getDecompressor(codec);
      for (int size : new int[] {1, 2_000, Integer.MAX_VALUE, -1}) {
        assertThatThrownBy(() -> decompressor.decompress(BytesInput.from(noise), size))
            .as("%s of %s bytes", codec, size)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aPageThatIsShorterThanItsHeaderSaysEndsInAnError() throws IOException {
    byte[] page = page(1_000);
    for (Compression compression : Compression.values()) {
      CompressionCodecName name = Codecs.nameOf(compression);
      try (Codecs codecs = new Codecs()) {
        byte[] packed = bytes(codecs.getCompressor(name).compress(BytesInput.from(page)));
        for (int size : new int[] {999, 1_001}) {
          assertThatThrownBy(() -> decompress(name, packed, size))
              .as("%s of %s bytes", name, size)
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void releasingTwiceIsHarmless() throws IOException {
    Codecs codecs = new Codecs();
    for (Compression compression : Compression.values()) {
      codecs.getCompressor(Codecs.nameOf(compression)).compress(BytesInput.from(page(10)));
      codecs.getDecompressor(Codecs.nameOf(compression));
    }
    codecs.release();
    codecs.release();
    codecs.close();
  }
}
