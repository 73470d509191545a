package io.cqlai.parquet.it.format;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A file of one line, again and again without an end. */
final class EndlessChannel implements SeekableByteChannel {

  private static final long ENOUGH_READ = 1 << 20;

  private final byte[] line;
  private final CountDownLatch reading = new CountDownLatch(1);
  private long position;

  EndlessChannel(String line) {
    this.line = line.getBytes(StandardCharsets.UTF_8);
  }

  /** Waits until a megabyte has been read; returns false where that does not happen. */
  boolean isRead() throws InterruptedException {
    return reading.await(30, TimeUnit.SECONDS);
  }

  @Override
  public int read(ByteBuffer target) {
    int count = target.remaining();
    while (target.hasRemaining()) {
      target.put(line[(int) (position++ % line.length)]);
    }
    if (position >= ENOUGH_READ) {
      reading.countDown();
    }
    return count;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException("it is read");
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("it is read");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // nothing to let go of
  }
}
