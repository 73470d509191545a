package io.cqlai.parquet.it.readers;

import io.cqlai.parquet.testkit.process.PythonEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where the independent readers are. */
public final class Readers {

  private static final String REQUIREMENTS = "/foreign/requirements.txt";

  private Readers() {}

  /**
   * pyarrow, in an environment that is made for it once. Where there is no Python the test is
   * skipped.
   */
  public static PyArrowReader pyArrow() throws IOException {
    return new PyArrowReader(PythonEnvironment.withPackages(requirements()).interpreter());
  }

  /** What the reader's script imports, in the versions that wrote the foreign files. */
  private static String[] requirements() throws IOException {
    try (InputStream in = Readers.class.getResourceAsStream(REQUIREMENTS)) {
      if (in == null) {
        throw new IOException("the test resource " + REQUIREMENTS + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("numpy=") || line.startsWith("pyarrow="))
          .toArray(String[]::new);
    }
  }
}
