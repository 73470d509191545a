package io.cqlai.parquet.internal.parquet.page;

import io.cqlai.parquet.error.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import org.apache.parquet.io.SeekableInputStream;

/**
 * The bytes of one column chunk, read from front to back in windows. The stream is shared with the
 * other columns of the row group. A window that was handed out is never written to again, so that
 * pages can be used where they are.
 */
final class ChunkInput {

  private final SeekableInputStream stream;
  private final int window;
  private final long end;
  private long next;
  private byte[] bytes = new byte[0];
  private int at;

  /**
   * Makes an input.
   *
   * @param window how many bytes to read at once
   */
  ChunkInput(SeekableInputStream stream, long offset, long length, int window) {
    this.stream = stream;
    this.next = offset;
    this.end = offset + length;
    this.window = window;
  }

  /** Returns how many bytes are left. */
  long left() {
    return end - next + (bytes.length - at);
  }

  /** Returns the array that the bytes to be read are in, from {@link #position()} to its end. */
  byte[] array() {
    return bytes;
  }

  /** Returns where in the array the next byte is. */
  int position() {
    return at;
  }

  /**
   * Makes some bytes stand in the array, from its position on.
   *
   * @param count how many, not more than are left
   */
  void require(int count) throws IOException {
    int here = bytes.length - at;
    if (count <= here) {
      return;
    }
    int size = (int) Math.min(Math.max(count, window), left());
    byte[] larger = new byte[size];
    System.arraycopy(bytes, at, larger, 0, here);
    stream.seek(next);
    try {
      stream.readFully(larger, here, size - here);
    } catch (EOFException e) {
      throw new FileFault(
          ErrorCode.STORAGE_FAILED,
          "the file ends at an earlier place than when it was opened",
          "Import again when nobody writes to the file");
    }
    next += size - here;
    bytes = larger;
    at = 0;
  }

  /** Passes over bytes that {@link #require} made stand in the array. */
  void advance(int count) {
    at += count;
  }

  /** Passes over bytes without reading them where that can be. */
  void skip(long count) {
    int here = bytes.length - at;
    if (count <= here) {
      at += (int) count;
    } else {
      next += count - here;
      at = bytes.length;
    }
  }
}
