package io.cqlai.parquet.it.readers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * pyarrow, in a Python process of its own for each file.
 *
 * <p>A column of INTERVAL is bytes to it, and a NaN keeps its bits.
 */
public final class PyArrowReader implements IndependentReader {

  private static final String SCRIPT = "/readers/read_with_pyarrow.py";

  private final Path python;

  /**
   * Makes a reader.
   *
   * @param python the interpreter of an environment that has pyarrow
   */
  public PyArrowReader(Path python) {
    this.python = python;
  }

  @Override
  public String name() {
    return "pyarrow";
  }

  @Override
  public FileContents read(Path file) throws IOException {
    Path script = Files.createTempFile("read_with_pyarrow", ".py");
    try (InputStream source = PyArrowReader.class.getResourceAsStream(SCRIPT)) {
      if (source == null) {
        throw new IOException("the test resource " + SCRIPT + " is missing");
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
      return PrintedContents.parse(
          ForeignProgram.run(List.of(python.toString(), script.toString(), file.toString())));
    } finally {
      Files.deleteIfExists(script);
    }
  }
}
