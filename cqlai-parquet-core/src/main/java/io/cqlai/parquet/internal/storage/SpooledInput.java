package io.cqlai.parquet.internal.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.annotation.Nullable;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * What a stream of the caller's gives, from where it stands. It is read once, as far as somebody
 * wants to have it, and kept in a temporary file, so that rejected rows can be read again. Used by
 * one thread at a time; the stream stays the caller's.
 */
public final class SpooledInput implements InputFile, AutoCloseable {

  private final InputStream source;
  @Nullable private FileChannel spool;
  private long length;
  private boolean closed;

  /** Makes a file of a stream; nothing is read, and no file made. */
  public SpooledInput(InputStream source) {
    this.source = source;
  }

  /** Returns how much of the stream has been read. */
  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    spool();
    return new Reading();
  }

  @Override
  public String toString() {
    return "the input stream";
  }

  /** The file loses its name where the system allows that, so that it never stays behind. */
  private FileChannel spool() throws IOException {
    FileChannel file = spool;
    if (file == null) {
      if (closed) {
        throw new IOException("it was read before, and a stream is read once");
      }
      Path path = Files.createTempFile("cqlai-", ".input");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      spool = file;
    }
    return file;
  }

  private int read(long position, byte[] bytes, int offset, int count) throws IOException {
    FileChannel file = spool();
    if (position < length) {
      int most = (int) Math.min(count, length - position);
      return file.read(ByteBuffer.wrap(bytes, offset, most), position);
    }
    int read = source.read(bytes, offset, count);
    if (read > 0) {
      ByteBuffer more = ByteBuffer.wrap(bytes, offset, read);
      while (more.hasRemaining()) {
        file.write(more, length + more.position() - offset);
      }
      length += read;
    }
    return read;
  }

  /** Deletes what was kept, and ends the reading; the stream is left open. */
  @Override
  public void close() throws IOException {
    closed = true;
    if (spool != null) {
      spool.close();
      spool = null;
    }
  }

  private final class Reading extends SeekableInputStream {

    private long position;

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void seek(long newPosition) throws IOException {
      if (newPosition > length) {
        throw new EOFException("A stream is not read from byte " + newPosition + " on");
      }
      position = newPosition;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      int read = SpooledInput.this.read(position, bytes, offset, count);
      position += Math.max(0, read);
      return read;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      byte[] bytes = new byte[buffer.remaining()];
      int read = read(bytes, 0, bytes.length);
      if (read > 0) {
        buffer.put(bytes, 0, read);
      }
      return read;
    }

    @Override
    public void readFully(byte[] bytes) throws IOException {
      readFully(bytes, 0, bytes.length);
    }

    @Override
    public void readFully(byte[] bytes, int start, int count) throws IOException {
      if (readNBytes(bytes, start, count) < count) {
        throw new EOFException("The stream ends at byte " + position);
      }
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      byte[] bytes = new byte[buffer.remaining()];
      readFully(bytes);
      buffer.put(bytes);
    }
  }
}
