package io.cqlai.parquet.internal.parquet;

import io.airlift.compress.lzo.LzoDecompressor;
import java.io.IOException;

/** Reads pages of LZO in Hadoop's framing, the only way in which they are written. */
final class LzoPageDecompressor extends PageDecompressor {

  private final LzoDecompressor lzo = new LzoDecompressor();

  LzoPageDecompressor() {
    super("LZO", 256);
  }

  @Override
  int decompress(byte[] source, int offset, int length, byte[] target) throws IOException {
    return HadoopBlocks.decompress(source, offset, length, target, lzo::decompress);
  }
}
