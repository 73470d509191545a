package io.cqlai.parquet.internal.parquet.page;

import io.cqlai.parquet.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Pages as they were before compression, as far as there is memory for them. */
public final class PlainPages implements AutoCloseable {

  private final CompressionCodecFactory codecs;
  private final long maxPageBytes;

  /**
   * Makes the pages' source.
   *
   * @param codecs what decompresses; refuses by itself sizes that its formats cannot reach, gives
   *     each page in memory of its own, and is released by {@link #close()}
   * @param maxPageBytes the largest page to take memory for, in bytes before compression
   */
  public PlainPages(CompressionCodecFactory codecs, long maxPageBytes) {
    this.codecs = codecs;
    this.maxPageBytes = maxPageBytes;
  }

  /**
   * Returns the bytes of a page before compression, in a buffer that has an array.
   *
   * @param size how many there are, as the page says
   */
  ByteBuffer decompress(CompressionCodecName codec, byte[] bytes, int from, int length, int size) {
    if (size < 0) {
      throw FileFault.corrupt("a page of " + size + " bytes");
    }
    checkSize(size);
    ByteBuffer plain;
    try {
      BytesInput page = BytesInput.from(bytes, from, length);
      ByteBufferInputStream in =
          codecs.getDecompressor(codec).decompress(page, size).toInputStream();
      plain = in.slice(in.available());
    } catch (IOException e) {
      throw FileFault.of(e);
    }
    if (plain.remaining() != size || !plain.hasArray()) {
      throw FileFault.corrupt("a page of " + size + " bytes that becomes " + plain.remaining());
    }
    return plain;
  }

  /** Refuses a page for which there is not enough memory. */
  void checkSize(long size) {
    if (size > maxPageBytes) {
      throw new FileFault(
          ErrorCode.OUT_OF_MEMORY,
          "a page of " + size + " bytes, and this heap allows pages of " + maxPageBytes,
          "Give the JVM a larger heap (-Xmx), or write the file with smaller pages");
    }
  }

  @Override
  public void close() {
    codecs.release();
  }
}
