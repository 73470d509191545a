package io.cqlai.parquet.it.fault;

import java.io.IOException;
import java.util.function.Function;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** An output file of a caller, one call of which fails. What is written goes nowhere. */
final class FaultyTarget implements OutputFile {

  private final int failAt;
  private final Function<String, Throwable> failure;
  private int calls;
  private int opened;
  private int closed;
  private boolean failed;

  /**
   * Makes a target.
   *
   * @param failAt the call that fails, from 1
   * @param failure makes what it fails with
   */
  FaultyTarget(int failAt, Function<String, Throwable> failure) {
    this.failAt = failAt;
    this.failure = failure;
  }

  private void count(String call) throws IOException {
    calls++;
    if (calls != failAt) {
      return;
    }
    failed = true;
    Throwable thrown = failure.apply("injected failure of " + call);
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) thrown;
  }

  /** Tells whether a call has failed. */
  boolean hasFailed() {
    return failed;
  }

  /** Tells whether every stream that was opened has been closed, once. */
  boolean isReleased() {
    return opened == closed;
  }

  @Override
  public PositionOutputStream create(long blockSize) throws IOException {
    count("create");
    opened++;
    return new Target();
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
    return create(blockSize);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return "the faulty target";
  }

  private final class Target extends PositionOutputStream {
    private long position;

    @Override
    public long getPos() throws IOException {
      count("getPos");
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      count("write");
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count("write");
      position += length;
    }

    @Override
    public void flush() throws IOException {
      count("flush");
    }

    @Override
    public void close() throws IOException {
      closed++;
      count("close");
    }
  }
}
