package io.cqlai.parquet.internal.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes. Lines that hold nothing but blanks are passed over, and so is a
 * byte order mark at the start.
 */
final class LineReader implements AutoCloseable {

  private static final int USUAL_BYTES = 64 << 10;
  private static final int LARGEST_KEPT = 4 << 20;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final int mostBytes;
  private byte[] buffer = new byte[USUAL_BYTES];
  private int start;
  private int end;
  private int filled;
  private boolean ended;
  private long line;

  /**
   * Makes a reader.
   *
   * @param in is closed with this
   * @param mostBytes the most bytes of a line
   */
  LineReader(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /**
   * Moves to the next line.
   *
   * @return false behind the last
   * @throws TooLongException when it has more bytes than it may
   */
  boolean next() throws IOException {
    do {
      start = line == 0 ? 0 : Math.min(end + 1, filled);
      end = start;
      line++;
      while (!isAtEnd()) {
        if (end == filled && !fill()) {
          if (start == end) {
            return false;
          }
          break;
        }
      }
      if (line == 1) {
        start += markSize(buffer, end);
      }
    } while (isBlank());
    return true;
  }

  /** Moves the end on to the next line feed, or to where there are no more bytes. */
  private boolean isAtEnd() {
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end < filled;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (filled == buffer.length) {
      makeRoom();
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(0, read);
    return !ended;
  }

  private void makeRoom() {
    int length = filled - start;
    if (length > mostBytes) {
      throw new TooLongException();
    }
    byte[] target = buffer;
    if (length > buffer.length / 2) {
      target = new byte[(int) Math.min(length + length / 2L, mostBytes + 1L)];
    } else if (buffer.length > LARGEST_KEPT && length < LARGEST_KEPT / 2) {
      target = new byte[LARGEST_KEPT];
    }
    System.arraycopy(buffer, start, target, 0, length);
    buffer = target;
    end -= start;
    filled = length;
    start = 0;
  }

  /** Returns how many of the first bytes of a file are a byte order mark: three, or none. */
  static int markSize(byte[] first, int length) {
    int size = MARK.length;
    return length >= size && Arrays.equals(first, 0, size, MARK, 0, size) ? size : 0;
  }

  private boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of the line, from 1. */
  long line() {
    return line;
  }

  /** Returns what holds the line; it is written over by {@link #next()}. */
  byte[] bytes() {
    return buffer;
  }

  /** Returns where in {@link #bytes()} the line begins. */
  int start() {
    return start;
  }

  /** Returns how many bytes the line has, without the line feed. */
  int length() {
    return end - start;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Says that a line has more bytes than may be held in memory. */
  static final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
