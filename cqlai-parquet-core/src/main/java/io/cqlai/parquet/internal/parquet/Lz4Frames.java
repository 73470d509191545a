package io.cqlai.parquet.internal.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads LZ4's frame format. A block may refer to what earlier blocks gave, so that one that is read
 * by itself is not enough; checksums are left to the page's own.
 *
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md">LZ4 frame format</a>
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">LZ4 block format</a>
 */
final class Lz4Frames {

  private static final int MAGIC = 0x184D2204;
  private static final int BLOCK_CHECKSUM = 1 << 4;
  private static final int CONTENT_SIZE = 1 << 3;
  private static final int CONTENT_CHECKSUM = 1 << 2;
  private static final int DICTIONARY = 1;
  private static final int SHORTEST_MATCH = 4;

  private final ByteBuffer in;
  private final byte[] target;
  private int at;

  private Lz4Frames(ByteBuffer in, byte[] target) {
    this.in = in;
    this.target = target;
  }

  /** Tells whether data begins with a frame. */
  static boolean begin(byte[] source, int offset, int length) {
    return length >= 7 && wrap(source, offset, length).getInt() == MAGIC;
  }

  /** Decompresses all frames and returns how many bytes they gave. */
  static int decompress(byte[] source, int offset, int length, byte[] target) throws IOException {
    Lz4Frames frames = new Lz4Frames(wrap(source, offset, length), target);
    try {
      while (frames.in.hasRemaining()) {
        frames.frame();
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("An LZ4 frame is cut off", e);
    }
    return frames.at;
  }

  private static ByteBuffer wrap(byte[] source, int offset, int length) {
    return ByteBuffer.wrap(source, offset, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void frame() throws IOException {
    int start = at;
    if (in.getInt() != MAGIC) {
      throw new IOException("No LZ4 frame where one has to begin");
    }
    int flags = in.get();
    int header = 2 + ((flags & CONTENT_SIZE) == 0 ? 0 : 8); // block sizes, header checksum
    if ((flags & DICTIONARY) != 0) {
      throw new IOException("An LZ4 frame needs a dictionary that is not in the file");
    }
    in.position(in.position() + header);
    for (int size = in.getInt(); size != 0; size = in.getInt()) {
      int length = size & Integer.MAX_VALUE;
      int end = in.position() + length;
      if (length > in.remaining()) {
        throw new IOException("An LZ4 block claims more bytes than there are");
      }
      if (size < 0) {
        literals(length);
      } else {
        block(start, end);
      }
      in.position(end + ((flags & BLOCK_CHECKSUM) == 0 ? 0 : 4));
    }
    in.position(in.position() + ((flags & CONTENT_CHECKSUM) == 0 ? 0 : 4));
  }

  private void block(int start, int end) throws IOException {
    while (in.position() < end) {
      int token = in.get();
      literals(length(token >>> 4 & 0xf));
      if (in.position() >= end) {
        return; // the last sequence has no match
      }
      int distance = in.getShort() & 0xffff;
      match(start, distance, length(token & 0xf) + SHORTEST_MATCH);
    }
  }

  private int length(int nibble) throws IOException {
    long length = nibble;
    if (nibble == 0xf) {
      int more;
      do {
        more = in.get() & 0xff;
        length += more;
      } while (more == 0xff);
    }
    if (length > target.length) {
      throw tooLong();
    }
    return (int) length;
  }

  private void literals(int length) throws IOException {
    if (length > target.length - at) {
      throw tooLong();
    }
    in.get(target, at, length);
    at += length;
  }

  /** Copies byte by byte: a match may overlap with what it gives. */
  private void match(int start, int distance, int length) throws IOException {
    if (distance == 0 || distance > at - start) {
      throw new IOException("An LZ4 block refers to data before its frame");
    }
    if (length > target.length - at) {
      throw tooLong();
    }
    for (int i = 0; i < length; i++, at++) {
      target[at] = target[at - distance];
    }
  }

  private static IOException tooLong() {
    return new IOException("An LZ4 frame has more bytes than its page's header says");
  }
}
