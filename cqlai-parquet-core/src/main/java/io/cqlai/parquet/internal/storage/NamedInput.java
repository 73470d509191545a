package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.value.ChecksumText;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file to read.
 *
 * @param file the file
 * @param name its path or URI, or what it is called where the caller gave the file itself
 */
public record NamedInput(InputFile file, String name) {

  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Returns the file's size in bytes.
   *
   * @throws TransferException when the storage fails
   */
  public long bytes() {
    try {
      return file.getLength();
    } catch (IOException e) {
      throw failed("find out the size of ", e);
    }
  }

  /** Returns the last part of its name: that of the file in its directory. */
  public String lastName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /**
   * Returns the checksum of its bytes, CRC32C in eight hexadecimal digits.
   *
   * @param step is called now and then; what it throws ends the reading
   * @throws TransferException when the storage fails
   */
  public String crc32c(Runnable step) {
    CRC32C sum = new CRC32C();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (SeekableInputStream in = file.newStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        step.run();
        sum.update(buffer, 0, count);
      }
      return ChecksumText.of(sum);
    } catch (IOException e) {
      throw failed("read ", e);
    }
  }

  /**
   * Returns the file's last bytes.
   *
   * @param most how many; the whole of a file that has no more
   * @throws TransferException when the storage fails
   */
  public byte[] lastBytes(int most) {
    try (SeekableInputStream in = file.newStream()) {
      long size = file.getLength();
      byte[] end = new byte[(int) Math.min(most, size)];
      in.seek(size - end.length);
      in.readFully(end);
      return end;
    } catch (IOException e) {
      throw failed("read ", e);
    }
  }

  private TransferException failed(String what, IOException cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Cannot " + what + name + ": " + cause.getMessage(),
            "Check the storage and try again")
        .causedBy(cause);
  }
}
