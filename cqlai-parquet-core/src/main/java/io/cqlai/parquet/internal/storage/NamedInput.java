package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.io.IOException;
import org.apache.parquet.io.InputFile;

/**
 * A file to read.
 *
 * @param file the file
 * @param name its path or URI, or what it is called where the caller gave the file itself
 */
public record NamedInput(InputFile file, String name) {

  /**
   * Returns the file's size in bytes.
   *
   * @throws TransferException when the storage fails
   */
  public long bytes() {
    try {
      return file.getLength();
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Cannot find out the size of " + name + ": " + e.getMessage(),
              "Check the storage and try again")
          .causedBy(e);
    }
  }
}
