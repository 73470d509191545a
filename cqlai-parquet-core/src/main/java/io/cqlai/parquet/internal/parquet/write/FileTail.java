package io.cqlai.parquet.internal.parquet.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32C;
import javax.annotation.Nullable;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * The stream that a file is written to. It holds the file's last part back, so that the footer can
 * be checked and sealed before the target gets it; and it stays open when Parquet closes it, which
 * Parquet does after a failed footer too.
 */
final class FileTail extends PositionOutputStream {

  private final PositionOutputStream target;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
  private final CRC32C sum = new CRC32C();
  private boolean keeping;
  @Nullable private IOException failure;

  private FileTail(PositionOutputStream target) {
    this.target = target;
  }

  /** Opens a target, over what is there. */
  static FileTail of(OutputFile file) throws IOException {
    try {
      return new FileTail(file.createOrOverwrite(0));
    } catch (RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }

  /** Starts holding back what is written. */
  void keep() {
    keeping = true;
  }

  /** Returns what was held back since {@link #keep()}. */
  byte[] kept() {
    return kept.toByteArray();
  }

  /** Returns the checksum of what the target has got. */
  CRC32C sum() {
    return sum;
  }

  /**
   * Writes what was held back.
   *
   * @param last the same, as it is to be
   */
  void release(byte[] last) throws IOException {
    keeping = false;
    kept.reset();
    write(last, 0, last.length);
  }

  /** Closes the target. */
  void closeTarget() throws IOException {
    try {
      target.close();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /** Returns this stream as the file that Parquet opens. */
  OutputFile asFile() {
    return new OutputFile() {
      @Override
      public PositionOutputStream create(long blockSize) {
        return FileTail.this;
      }

      @Override
      public PositionOutputStream createOrOverwrite(long blockSize) {
        return FileTail.this;
      }

      @Override
      public boolean supportsBlockSize() {
        return false;
      }

      @Override
      public long defaultBlockSize() {
        return 0;
      }
    };
  }

  @Override
  public long getPos() throws IOException {
    try {
      return target.getPos() + kept.size();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  /**
   * Throws again what the target threw first, if anything. Parquet wraps some failures and leaves
   * their message out.
   */
  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Storages of others may fail with exceptions of any kind. */
  private IOException failed(Exception e) {
    IOException told = e instanceof IOException known ? known : new IOException(e.toString(), e);
    failure = failure == null ? told : failure;
    return told;
  }

  @Override
  public void write(int value) throws IOException {
    if (keeping) {
      kept.write(value);
      return;
    }
    try {
      target.write(value);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
    sum.update(value);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (keeping) {
      kept.write(source, offset, length);
      return;
    }
    try {
      target.write(source, offset, length);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
    sum.update(source, offset, length);
  }

  @Override
  public void flush() throws IOException {
    try {
      target.flush();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    // See closeTarget().
  }
}
