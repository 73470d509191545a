package io.cqlai.parquet.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final List<Measurement> MEASURED =
      List.of(
          measured("driver", Role.CEILING, 2.0, 9.0, 1.0),
          measured("ours", Role.OURS, 2.5, 2.5, 2.5),
          measured("ours, process", Role.OURS_AS_PROCESS, 4.0, 6.0),
          measured("ours, twice", Role.OURS_IN_PARALLEL, 2.0),
          measured("ours, again", Role.OURS_WITH_CHECKPOINT, 5.0),
          measured("other", Role.PEER, 10.0),
          Measurement.failed("export", "flat", "broken", Role.PEER, "no | such\ntool"));

  @TempDir Path directory;

  private static Measurement measured(String who, Role role, Double... seconds) {
    return Measurement.of(
        "export", "flat", who, role, 1_000_000, List.of(seconds), Map.of("bytes", 12L));
  }

  @Test
  void tableHasMediansAndRatiosToTheCeilingAndToPeers() {
    assertThat(Comparison.table(MEASURED))
        .isEqualTo(
            """
            | table | what | rows | seconds | rows/s | of the ceiling | ours is faster by |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            | flat | driver | 1,000,000 | 2.00 | 500,000 | 1.00 |  |
            | flat | ours | 1,000,000 | 2.50 | 400,000 | 0.80 |  |
            | flat | ours, process | 1,000,000 | 5.00 | 200,000 | 0.40 |  |
            | flat | ours, twice | 1,000,000 | 2.00 | 500,000 | 1.00 | 1.25 × one thread |
            | flat | ours, again | 1,000,000 | 5.00 | 200,000 | 0.40 | 0.50 × without a checkpoint |
            | flat | other | 1,000,000 | 10.00 | 100,000 | 0.20 | 2.00 × |
            | flat | broken |  |  | failed: no \\| such tool |  |  |
            """);
  }

  @Test
  void eachResultIsALineOfJsonAppendedToTheLog() throws Exception {
    Path file = directory.resolve("new").resolve("results.jsonl");
    ResultLog log = new ResultLog(file);
    log.append(Machine.here(), MEASURED);
    log.append(Machine.here(), MEASURED.subList(0, 1));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(8);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.get("rowsPerSecond").asLong()).isEqualTo(500_000);
    assertThat(line.get("seconds")).hasSize(3);
    assertThat(line.get("machine").get("cores").asInt()).isPositive();
    assertThat(new ObjectMapper().readTree(lines.get(6)).get("failure").asText()).contains("such");
  }

  @Test
  void pageKeepsAllButWhatStandsBetweenTheMarks() throws Exception {
    Path page = directory.resolve("page.md");
    Files.writeString(page, "a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n");

    new DocsPage(page).replace("x", "new\n");

    assertThat(page).hasContent("a\n<!-- begin x -->\nnew\n<!-- end x -->\nb\n");
    assertThatThrownBy(() -> new DocsPage(page).replace("y", ""))
        .hasMessageContaining("<!-- begin y -->");
  }

  @Test
  void thePageOfTheProjectHasMarksForEveryBenchmark() throws Exception {
    String page = Files.readString(Path.of("..", "..", "docs", "benchmarks.md"));
    for (String benchmark : List.of("export", "import", "encode", "decode", "codecs", "scale")) {
      assertThat(page).contains("<!-- begin " + benchmark + " -->\n", "<!-- end " + benchmark);
    }
  }
}
