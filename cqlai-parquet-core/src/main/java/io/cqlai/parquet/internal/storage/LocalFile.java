package io.cqlai.parquet.internal.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A local file for reading. Parquet's own, {@code LocalInputFile}, asks the system for one byte at
 * a time wherever less than a whole array may come back: half a second for each megabyte.
 */
public final class LocalFile implements InputFile {

  private final Path path;

  /** Makes it; the file is opened by {@link #newStream()}. */
  public LocalFile(Path path) {
    this.path = path;
  }

  @Override
  public long getLength() throws IOException {
    return Files.size(path);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return new FileStream(new RandomAccessFile(path.toFile(), "r"));
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /** Not a channel, which an interrupt of the reading thread would close. */
  private static final class FileStream extends SeekableInputStream {

    private static final int COPY_BYTES = 1 << 16;

    private final RandomAccessFile file;

    FileStream(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public long getPos() throws IOException {
      return file.getFilePointer();
    }

    @Override
    public void seek(long position) throws IOException {
      file.seek(position);
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return file.read(bytes, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
      long from = file.getFilePointer();
      long to = Math.max(from, Math.min(file.length(), from + count));
      file.seek(to);
      return to - from;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      byte[] copy = new byte[Math.min(COPY_BYTES, buffer.remaining())];
      int count = file.read(copy, 0, copy.length);
      if (count > 0) {
        buffer.put(copy, 0, count);
      }
      return count;
    }

    @Override
    public void readFully(byte[] bytes) throws IOException {
      file.readFully(bytes);
    }

    @Override
    public void readFully(byte[] bytes, int start, int length) throws IOException {
      file.readFully(bytes, start, length);
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      while (buffer.hasRemaining()) {
        if (read(buffer) < 0) {
          throw new EOFException("The file ends at byte " + getPos());
        }
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
