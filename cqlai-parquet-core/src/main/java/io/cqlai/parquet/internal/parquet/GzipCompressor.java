package io.cqlai.parquet.internal.parquet;

import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Writes a page as one member of the gzip format (RFC 1952, section 2.3). */
final class GzipCompressor extends PageCompressor {

  /** What zlib takes when no level is given. */
  static final int DEFAULT_LEVEL = 6;

  /** Identification, method "deflate", no flags, no time, no extra flags, unknown system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private static final int TRAILER = 8;

  private final Deflater deflater;
  private final CRC32 crc = new CRC32();

  GzipCompressor(int level) {
    super(CompressionCodecName.GZIP);
    deflater = new Deflater(level, true);
  }

  @Override
  int bound(int size) {
    // The bound that zlib documents for deflate with any settings.
    return Math.addExact(
        size, (size >> 12) + (size >> 14) + (size >> 25) + 64 + HEADER.length + TRAILER);
  }

  @Override
  int compress(byte[] source, int size, byte[] target) {
    System.arraycopy(HEADER, 0, target, 0, HEADER.length);
    deflater.reset();
    deflater.setInput(source, 0, size);
    deflater.finish();
    int end = HEADER.length;
    while (!deflater.finished()) {
      end += deflater.deflate(target, end, target.length - TRAILER - end);
    }
    crc.reset();
    crc.update(source, 0, size);
    putLittleEndian((int) crc.getValue(), target, end);
    putLittleEndian(size, target, end + 4);
    return end + TRAILER;
  }

  private static void putLittleEndian(int value, byte[] target, int at) {
    for (int i = 0; i < 4; i++) {
      target[at + i] = (byte) (value >>> 8 * i);
    }
  }

  @Override
  public void release() {
    deflater.end();
  }
}
