package io.cqlai.parquet.internal.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The framing that Hadoop's block codecs put around compressed data: a length before each block of
 * plain data, and a length before each of the compressed pieces that make it up, both as 32 bits
 * with the most significant byte first.
 */
final class HadoopBlocks {

  /** Decompresses one piece into a part of an array and returns how many bytes it gave. */
  @FunctionalInterface
  interface Piece {
    int decompress(byte[] source, int offset, int length, byte[] target, int at, int room)
        throws IOException;
  }

  private HadoopBlocks() {}

  /**
   * Decompresses all blocks.
   *
   * @return how many bytes of plain data there are
   * @throws IOException when the lengths contradict each other
   */
  static int decompress(byte[] source, int offset, int length, byte[] target, Piece codec)
      throws IOException {
    ByteBuffer in = ByteBuffer.wrap(source, offset, length);
    int at = 0;
    while (in.remaining() >= 4) {
      int block = in.getInt();
      if (block < 0 || block > target.length - at) {
        throw new IOException("A block claims " + block + " bytes where fewer are left");
      }
      int end = at + block;
      while (at < end) {
        int piece = in.remaining() < 4 ? -1 : in.getInt();
        if (piece < 0 || piece > in.remaining()) {
          throw new IOException("A block is cut off, or claims more bytes than there are");
        }
        int given = codec.decompress(source, in.position(), piece, target, at, end - at);
        if (given <= 0) {
          throw new IOException("A piece of a block gave nothing");
        }
        at += given;
        in.position(in.position() + piece);
      }
    }
    return at;
  }
}
