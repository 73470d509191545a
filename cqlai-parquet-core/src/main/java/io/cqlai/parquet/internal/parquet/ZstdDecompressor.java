package io.cqlai.parquet.internal.parquet;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;

/** Reads Zstandard frames; a block of 128 KiB that repeats one byte takes 4 (RFC 8878, 3.1.1.2). */
final class ZstdDecompressor extends PageDecompressor {

  private final ZstdDecompressCtx context = new ZstdDecompressCtx();

  ZstdDecompressor() {
    super("ZSTD", 1 << 15);
  }

  @Override
  int decompress(byte[] source, int offset, int length, byte[] target) throws IOException {
    try {
      return context.decompressByteArray(target, 0, target.length, source, offset, length);
    } catch (ZstdException e) {
      throw new IOException("A page is not valid ZSTD, or not of the size that it claims", e);
    }
  }

  @Override
  public void release() {
    context.close();
  }
}
