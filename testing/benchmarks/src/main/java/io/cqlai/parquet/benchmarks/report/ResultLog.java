package io.cqlai.parquet.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file with a JSON object in each line, one for each result, to which runs append. */
public final class ResultLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** Makes a log over a file, which need not exist. */
  public ResultLog(Path file) {
    this.file = file;
  }

  /** Appends the measurements. */
  public void append(Machine machine, List<Measurement> measurements) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Measurement each : measurements) {
      ObjectNode line = JSON.valueToTree(each);
      if (each.failure() == null) {
        line.put("medianSeconds", each.median());
        line.put("rowsPerSecond", Math.round(each.rowsPerSecond()));
      }
      line.set("machine", JSON.valueToTree(machine));
      lines.append(JSON.writeValueAsString(line)).append('\n');
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
