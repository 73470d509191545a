package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.Nullable;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A local file that holds a part of what a later file is made of. Publishing it keeps it, so that
 * it can be read, until it is a {@linkplain #asLeftOver() left-over}; nothing appears under the
 * final name.
 */
public final class PartFile implements StagedFile {

  private final String name;
  private final Path path;
  @Nullable private final LocalStaged whole;
  private boolean kept;

  private PartFile(String name, Path path, @Nullable LocalStaged whole) {
    this.name = name;
    this.path = path;
    this.whole = whole;
  }

  /** Returns a part beside the local file that it is a part of. */
  static PartFile beside(LocalStaged whole) {
    return new PartFile(whole.name(), whole.temporary(), whole);
  }

  /**
   * Returns a part of a file that stands elsewhere, in the directory for temporary files.
   *
   * @param name the final name, for messages
   */
  public static PartFile ofFileElsewhere(String name) {
    try {
      return new PartFile(name, Files.createTempFile("cqlai-", ".part"), null);
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Cannot create a file in the directory for temporary files: " + e.getMessage(),
              "Check it, or name another with -Djava.io.tmpdir")
          .causedBy(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OutputFile output() {
    return new LocalOutputFile(path);
  }

  /** Returns what was written, for reading. */
  public NamedInput input() {
    return new NamedInput(new LocalFile(path), path.toString());
  }

  @Override
  public void publish() {
    kept = true;
  }

  @Override
  public boolean isThere() {
    return whole != null && whole.isThere();
  }

  /** Tells whether {@link #publishAsWhole()} can be called. */
  public boolean canBeWhole() {
    return whole != null;
  }

  /**
   * Lets this part appear under the final name, because it is all there is.
   *
   * @throws UnforcedException when it appeared, and the disk may not have it yet
   * @throws IOException when that fails; then the final name is as it was, and the part is kept
   */
  public void publishAsWhole() throws IOException {
    if (whole == null) {
      throw new IllegalStateException(path + " does not stand beside its target");
    }
    whole.publish();
  }

  /** Returns it as what the next {@link #close()} deletes. */
  public PartFile asLeftOver() {
    kept = false;
    return this;
  }

  private void drop() throws IOException {
    if (whole == null) {
      Files.deleteIfExists(path);
    } else {
      whole.close();
    }
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      drop();
    }
  }
}
