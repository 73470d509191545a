package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every example of the specification, comments and line breaks included, against the meaning that
 * the specification gives it. Lines that start with LATER are what this version refuses, with the
 * reason.
 */
class SpecificationExamplesTest {

  @Test
  void eachMeansWhatTheTextBesideItSays() {
    List<String> meanings = new ArrayList<>();
    for (String block : blocks(Resources.text("specification-examples.md"))) {
      for (Fragment fragment : Statements.split(block)) {
        assertThat(fragment.terminated()).as(fragment.text()).isTrue();
        meanings.add(meaning(fragment.text()));
      }
    }
    List<String> expected =
        Resources.text("specification-meanings.txt")
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isEmpty())
            .toList();

    assertThat(meanings).containsExactlyElementsOf(expected);
  }

  private static List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : markdown.split("\n")) {
      if (line.strip().equals("```sql")) {
        block = new StringBuilder();
      } else if (line.strip().equals("```")) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    assertThat(blocks).hasSize(33);
    return blocks;
  }

  private static String meaning(String text) {
    if (!Statements.isOurs(text)) {
      return "CQL " + text.replaceAll("\\s+", " ");
    }
    try {
      return describe(Statements.parse(text));
    } catch (StatementException refused) {
      return "LATER " + refused.problem();
    }
  }

  private static String describe(Statement statement) {
    if (statement instanceof CopyFrom from) {
      String columns =
          from.columns().stream()
              .map(column -> column.column().asCql())
              .collect(Collectors.joining(", ", "(", ")"));
      return "LOAD "
          + from.table()
          + " "
          + columns
          + " from "
          + from.paths()
          + " "
          + from.options();
    }
    if (statement instanceof CaptureOff) {
      return "CAPTURE OFF";
    }
    if (statement instanceof CaptureStart start) {
      return "CAPTURE " + start.modes() + " to " + start.target() + " " + start.options();
    }
    CopyTo to = (CopyTo) statement;
    CopySource.Table table = (CopySource.Table) to.source();
    String columns =
        table.columns().stream().map(Name::asCql).collect(Collectors.joining(", ", "(", ")"));
    String where = table.where().map(text -> " where " + text).orElse("");
    return "EXPORT "
        + table.name()
        + " "
        + columns
        + " to "
        + to.target().orElseThrow()
        + " "
        + to.options()
        + where;
  }
}
