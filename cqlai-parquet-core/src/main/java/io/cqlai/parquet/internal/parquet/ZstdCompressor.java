package io.cqlai.parquet.internal.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Writes a page as one Zstandard frame that names its size (RFC 8878, section 3.1). */
final class ZstdCompressor extends PageCompressor {

  /** What the library takes when no level is given. */
  static final int DEFAULT_LEVEL = 3;

  private final ZstdCompressCtx context = new ZstdCompressCtx();

  ZstdCompressor(int level) {
    super(CompressionCodecName.ZSTD);
    context.setLevel(level);
  }

  @Override
  int bound(int size) {
    return Math.toIntExact(Zstd.compressBound(size));
  }

  @Override
  int compress(byte[] source, int size, byte[] target) {
    return context.compressByteArray(target, 0, target.length, source, 0, size);
  }

  @Override
  public void release() {
    context.close();
  }
}
