package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * pyarrow, in a Python process of its own.
 *
 * <p>A column of INTERVAL is bytes to it, and a NaN keeps its bits.
 */
public final class PyArrowReader implements IndependentReader {

  private static final String SCRIPT = "/readers/read_with_pyarrow.py";

  private static final ObjectMapper JSON = new ObjectMapper();

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
  public List<Answer> readAll(List<Path> files) throws IOException {
    Path script = Files.createTempFile("read_with_pyarrow", ".py");
    try (InputStream source = PyArrowReader.class.getResourceAsStream(SCRIPT)) {
      if (source == null) {
        throw new IOException("the test resource " + SCRIPT + " is missing");
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
      List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
      files.forEach(file -> command.add(file.toString()));
      List<Answer> answers = new ArrayList<>();
      JSON.readTree(ForeignProgram.run(command))
          .forEach(written -> answers.add(Answer.parse(written, UnaryOperator.identity())));
      return answers;
    } finally {
      Files.deleteIfExists(script);
    }
  }
}
