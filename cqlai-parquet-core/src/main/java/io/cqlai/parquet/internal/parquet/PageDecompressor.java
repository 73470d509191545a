package io.cqlai.parquet.internal.parquet;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages, each into an array of its own: readers keep a page of one column while they
 * read another's. A page header that claims more than its bytes can hold is refused before memory
 * is taken for it.
 */
abstract class PageDecompressor implements BytesInputDecompressor {

  /** Its buffers are left to the garbage collector: nothing has to be released. */
  private static final ByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

  private final String name;
  private final int highestRatio;

  /**
   * @param name the codec, for messages
   * @param highestRatio the most bytes that the format can make of one
   */
  PageDecompressor(String name, int highestRatio) {
    this.name = name;
    this.highestRatio = highestRatio;
  }

  /**
   * Decompresses a part of an array over the whole of another.
   *
   * @return how many bytes there are; at most as many as the target has
   * @throws IOException when the bytes are not in the codec's format
   */
  abstract int decompress(byte[] source, int offset, int length, byte[] target) throws IOException;

  private byte[] decompress(ByteBuffer page, int size) throws IOException {
    int length = page.remaining();
    if (size < 0 || size > (length + 64L) * highestRatio) {
      throw new IOException(
          "A page header claims that " + length + " bytes of " + name + " are " + size);
    }
    byte[] target = new byte[size];
    int actual;
    try {
      if (page.hasArray()) {
        actual = decompress(page.array(), page.arrayOffset() + page.position(), length, target);
      } else {
        byte[] copy = new byte[length];
        page.get(page.position(), copy);
        actual = decompress(copy, 0, length, target);
      }
    } catch (MalformedInputException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("A page is not valid " + name, e);
    }
    if (actual != size) {
      throw new IOException(
          "A page of " + name + " has " + actual + " bytes, its header says " + size);
    }
    return target;
  }

  @Override
  public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
    return BytesInput.from(decompress(bytes.toByteBuffer(HEAP, buffer -> {}), decompressedSize));
  }

  @Override
  public void decompress(
      ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
      throws IOException {
    output.put(decompress(input.slice(input.position(), compressedSize), decompressedSize));
    input.position(input.position() + compressedSize);
  }

  @Override
  public void release() {
    // Nothing outside the heap, unless a codec says otherwise.
  }

  /** Pages that were left as they are. */
  static final class None extends PageDecompressor {
    None() {
      super("no codec", 1);
    }

    @Override
    int decompress(byte[] source, int offset, int length, byte[] target) {
      System.arraycopy(source, offset, target, 0, Math.min(length, target.length));
      return length;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
      if (bytes.size() != decompressedSize) {
        throw new IOException(
            "A page has " + bytes.size() + " bytes, its header says " + decompressedSize);
      }
      return bytes;
    }
  }

  /** Snappy's raw format; a copy of 64 bytes takes 3. */
  static final class OfSnappy extends PageDecompressor {
    OfSnappy() {
      super("SNAPPY", 22);
    }

    @Override
    int decompress(byte[] source, int offset, int length, byte[] target) throws IOException {
      int size = Snappy.uncompressedLength(source, offset, length);
      return size == target.length ? Snappy.uncompress(source, offset, length, target, 0) : size;
    }
  }

  /** LZ4's block format; 255 more bytes of a match take 1. */
  static final class OfLz4 extends PageDecompressor {
    private final Lz4Decompressor lz4 = new Lz4Decompressor();

    OfLz4() {
      super("LZ4_RAW", 256);
    }

    @Override
    int decompress(byte[] source, int offset, int length, byte[] target) {
      return lz4.decompress(source, offset, length, target, 0, target.length);
    }
  }

  /** The gzip format, any number of members; 258 bytes of a match take 2 bits. */
  static final class OfGzip extends PageDecompressor {
    OfGzip() {
      super("GZIP", 1032);
    }

    @Override
    int decompress(byte[] source, int offset, int length, byte[] target) throws IOException {
      try (GZIPInputStream in =
          new GZIPInputStream(new ByteArrayInputStream(source, offset, length), 1 << 13)) {
        int size = in.readNBytes(target, 0, target.length);
        return in.read() < 0 ? size : Math.addExact(size, 1);
      }
    }
  }
}
