package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.internal.value.ChecksumText;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file whose bytes are added up while they are written. Used by one thread at a time. */
public final class ChecksummedOutput implements OutputFile {

  private final OutputFile target;
  private final CRC32C sum = new CRC32C();

  /** Makes it; the target is opened by whoever writes. */
  public ChecksummedOutput(OutputFile target) {
    this.target = target;
  }

  /** Returns the checksum of what was written, CRC32C in eight hexadecimal digits. */
  public String checksum() {
    return ChecksumText.of(sum);
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return new Summing(target.create(blockSizeHint));
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return new Summing(target.createOrOverwrite(blockSizeHint));
  }

  @Override
  public boolean supportsBlockSize() {
    return target.supportsBlockSize();
  }

  @Override
  public long defaultBlockSize() {
    return target.defaultBlockSize();
  }

  private final class Summing extends PositionOutputStream {
    private final PositionOutputStream to;

    Summing(PositionOutputStream to) {
      this.to = to;
      sum.reset();
    }

    @Override
    public long getPos() throws IOException {
      return to.getPos();
    }

    @Override
    public void write(int value) throws IOException {
      to.write(value);
      sum.update(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      to.write(source, offset, length);
      sum.update(source, offset, length);
    }

    @Override
    public void flush() throws IOException {
      to.flush();
    }

    @Override
    public void close() throws IOException {
      to.close();
    }
  }
}
