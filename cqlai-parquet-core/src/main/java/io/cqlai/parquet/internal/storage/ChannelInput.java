package io.cqlai.parquet.internal.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file behind a channel that the caller has opened and closes. Its streams share the channel's
 * one position: each read goes to its own place first, and nothing else may use the channel
 * meanwhile.
 */
public final class ChannelInput implements InputFile {

  private final SeekableByteChannel channel;

  /** Makes a file of a channel that stays the caller's. */
  public ChannelInput(SeekableByteChannel channel) {
    this.channel = channel;
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableInputStream newStream() {
    return new ChannelStream(channel);
  }

  @Override
  public String toString() {
    return "the channel that was given";
  }

  private static final class ChannelStream extends SeekableInputStream {

    private final SeekableByteChannel channel;
    private long position;

    ChannelStream(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void seek(long newPosition) {
      position = newPosition;
    }

    @Override
    public int read() throws IOException {
      ByteBuffer one = ByteBuffer.allocate(1);
      return read(one) < 0 ? -1 : one.get(0) & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      channel.position(position);
      int count = channel.read(buffer);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public void readFully(byte[] bytes) throws IOException {
      readFully(ByteBuffer.wrap(bytes));
    }

    @Override
    public void readFully(byte[] bytes, int start, int length) throws IOException {
      readFully(ByteBuffer.wrap(bytes, start, length));
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      while (buffer.hasRemaining()) {
        if (read(buffer) < 0) {
          throw new EOFException("The channel ends at byte " + position);
        }
      }
    }
  }
}
