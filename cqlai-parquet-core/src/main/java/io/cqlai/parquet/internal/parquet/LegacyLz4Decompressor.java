package io.cqlai.parquet.internal.parquet;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.IOException;
import javax.annotation.Nullable;

/**
 * Reads pages of the codec that the format calls LZ4 and deprecates, because its writers did not
 * agree on what it is: parquet-mr wrote Hadoop's framing, Arrow before 2.0 bare LZ4 blocks, and
 * some of its versions LZ4's own frames.
 */
final class LegacyLz4Decompressor extends PageDecompressor {

  private final Lz4Decompressor lz4 = new Lz4Decompressor();

  LegacyLz4Decompressor() {
    super("LZ4", 256);
  }

  @Override
  int decompress(byte[] source, int offset, int length, byte[] target) throws IOException {
    if (Lz4Frames.begin(source, offset, length)) {
      return Lz4Frames.decompress(source, offset, length, target);
    }
    try {
      int size = HadoopBlocks.decompress(source, offset, length, target, this::piece);
      if (size == target.length) {
        return size;
      }
    } catch (IOException | MalformedInputException e) {
      return bareBlock(source, offset, length, target, e);
    }
    return bareBlock(source, offset, length, target, null);
  }

  private int piece(byte[] source, int offset, int length, byte[] target, int at, int room) {
    return lz4.decompress(source, offset, length, target, at, room);
  }

  private int bareBlock(
      byte[] source, int offset, int length, byte[] target, @Nullable Exception whyNotFramed)
      throws IOException {
    try {
      return lz4.decompress(source, offset, length, target, 0, target.length);
    } catch (MalformedInputException e) {
      IOException neither =
          new IOException("A page of LZ4 is in none of the ways in which it is written", e);
      if (whyNotFramed != null) {
        neither.addSuppressed(whyNotFramed);
      }
      throw neither;
    }
  }
}
