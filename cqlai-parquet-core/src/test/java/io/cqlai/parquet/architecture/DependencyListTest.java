package io.cqlai.parquet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Law 5: what an application inherits from core is a list that somebody has looked at. */
class DependencyListTest {

  private static final Path RESOLVED = Path.of("target", "dependency-tree.txt");
  private static final Path CHECKED_IN = Path.of("src", "test", "resources", "dependency-tree.txt");

  @Test
  void law5TheResolvedDependencyTreeEqualsTheCheckedInList() throws IOException {
    assertThat(RESOLVED)
        .as("written by Maven in the phase generate-test-resources; run this test through Maven")
        .exists();
    assertThat(tree(RESOLVED))
        .as(
            "core's dependencies are not those of %s: look at size, licence and known"
                + " vulnerabilities of what is new, then copy %s over it",
            CHECKED_IN, RESOLVED)
        .containsExactlyElementsOf(tree(CHECKED_IN));
  }

  /** The lines below the root, without our own version, which changes with every release. */
  private static List<String> tree(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.replaceFirst("(io\\.cqlai:.*?:jar:)[^:]+", "$1"))
          .toList();
    }
  }
}
