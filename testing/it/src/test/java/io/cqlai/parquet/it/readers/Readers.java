package io.cqlai.parquet.it.readers;

import io.cqlai.parquet.testkit.process.PythonEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.annotation.Nullable;

/** Where the independent readers are. */
public final class Readers {

  private static final String REQUIREMENTS = "/foreign/requirements.txt";

  private Readers() {}

  /**
   * pyarrow: of the interpreter that the environment variable PYTHON names, or else in an
   * environment that is made for it. Where neither can be had the test is skipped.
   */
  public static PyArrowReader pyArrow() throws IOException {
    @Nullable String python = System.getenv("PYTHON");
    return new PyArrowReader(
        python != null
            ? Path.of(python)
            : PythonEnvironment.withPackages(requirements()).interpreter());
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
