package io.cqlai.parquet.spi;

import io.cqlai.parquet.option.IfExists;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.apache.parquet.io.InputFile;

/**
 * A place where files stand. Found by {@link java.util.ServiceLoader}; safe for use by several
 * threads.
 */
public interface StorageProvider {

  /** Returns the URI schemes that it answers to, in lower case. */
  Set<String> schemes();

  /**
   * Opens a file for reading.
   *
   * @throws io.cqlai.parquet.error.TransferException when there is no such file
   * @throws IOException when the storage fails
   */
  InputFile open(URI uri) throws IOException;

  /**
   * Prepares a file for writing, and checks that it may be written; nothing can be seen under its
   * name.
   *
   * @throws io.cqlai.parquet.error.TransferException when the target cannot be used, or exists and
   *     is not to be replaced
   * @throws IOException when the storage fails
   */
  StagedFile stage(URI uri, IfExists ifExists) throws IOException;
}
