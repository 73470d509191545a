package io.cqlai.parquet.internal.parquet;

import io.airlift.compress.lz4.Lz4Compressor;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Compresses pages from array to array. The arrays are kept for the next page, unless a page was so
 * large that keeping them would hold the memory of a huge cell for nothing.
 */
abstract class PageCompressor implements BytesInputCompressor {

  /**
   * Pages of ordinary columns have 1 MiB; arrays for twice that, and a codec's excess, are kept.
   */
  private static final int KEPT = 5 << 19;

  private final CompressionCodecName name;
  private final ArraySink input = new ArraySink();
  private byte[] output = new byte[0];

  PageCompressor(CompressionCodecName name) {
    this.name = name;
  }

  /** Returns the most bytes that a page of a size can take. */
  abstract int bound(int size);

  /**
   * Compresses the first bytes of an array.
   *
   * @param target at least as large as {@link #bound} says
   * @return how many bytes were written
   */
  abstract int compress(byte[] source, int size, byte[] target) throws IOException;

  @Override
  public BytesInput compress(BytesInput bytes) throws IOException {
    int size = Math.toIntExact(bytes.size());
    input.reset(size);
    bytes.writeAllTo(input);
    int bound = bound(size);
    byte[] target = output.length >= bound ? output : new byte[bound];
    output = target.length <= KEPT ? target : output;
    BytesInput compressed = BytesInput.from(target, 0, compress(input.array(), size, target));
    input.shrink(KEPT);
    return compressed;
  }

  @Override
  public CompressionCodecName getCodecName() {
    return name;
  }

  @Override
  public void release() {
    // Nothing outside the heap, unless a codec says otherwise.
  }

  /** Leaves pages as they are. */
  static final class None extends PageCompressor {
    None() {
      super(CompressionCodecName.UNCOMPRESSED);
    }

    @Override
    public BytesInput compress(BytesInput bytes) {
      return bytes;
    }

    @Override
    int bound(int size) {
      return size;
    }

    @Override
    int compress(byte[] source, int size, byte[] target) {
      System.arraycopy(source, 0, target, 0, size);
      return size;
    }
  }

  /** Snappy's raw format. */
  static final class OfSnappy extends PageCompressor {
    OfSnappy() {
      super(CompressionCodecName.SNAPPY);
    }

    @Override
    int bound(int size) {
      return Snappy.maxCompressedLength(size);
    }

    @Override
    int compress(byte[] source, int size, byte[] target) throws IOException {
      return Snappy.compress(source, 0, size, target, 0);
    }
  }

  /** LZ4's block format without any framing. */
  static final class OfLz4 extends PageCompressor {
    private final Lz4Compressor lz4 = new Lz4Compressor();

    OfLz4() {
      super(CompressionCodecName.LZ4_RAW);
    }

    @Override
    int bound(int size) {
      return lz4.maxCompressedLength(size);
    }

    @Override
    int compress(byte[] source, int size, byte[] target) {
      return lz4.compress(source, 0, size, target, 0, target.length);
    }
  }
}
