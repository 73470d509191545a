package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * The caller's own stream or output file. There is nothing to rename. A Parquet file ends in its
 * footer, so that a stream which stops before is never taken for a whole file; of text, whoever
 * writes has to tell whether it is all there.
 */
public final class StreamTarget implements StagedFile {

  private final String name;
  private final OutputFile output;
  private volatile boolean begun;

  private StreamTarget(String name, OutputFile output) {
    this.name = name;
    this.output = output;
  }

  /** Returns the target that writes to a stream, flushes it at the end, and leaves it open. */
  public static StreamTarget of(OutputStream stream) {
    return new StreamTarget("the output stream", new StreamOutput(stream));
  }

  /** Returns the target that writes to an output file; its stream is closed at the end. */
  public static StreamTarget of(OutputFile file) {
    String path = file.getPath();
    return new StreamTarget(path == null ? "the output file" : path, file);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OutputFile output() {
    return new Watched();
  }

  /** Tells whether writing to it has begun, which cannot be taken back. */
  public boolean isBegun() {
    return begun;
  }

  @Override
  public void publish() {
    // the footer has been written: that is all there is to see
  }

  @Override
  public boolean isThere() {
    return false; // a stream has nothing of an earlier time
  }

  @Override
  public void close() {
    // what was written cannot be taken back; without its footer it is not a Parquet file
  }

  private final class Watched implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
      begun = true;
      return output.create(blockSizeHint);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
      begun = true;
      return output.createOrOverwrite(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return output.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
      return output.defaultBlockSize();
    }

    @Override
    public String getPath() {
      return output.getPath();
    }
  }

  private record StreamOutput(OutputStream stream) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counting(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counting extends PositionOutputStream {
    private final OutputStream stream;
    private long position;

    Counting(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      stream.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      stream.flush(); // the stream is the caller's, and so is closing it
    }
  }
}
