package io.cqlai.parquet.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table that the code gives, and that stands in a page of docs/ between two marks. */
public final class DocumentedTable {

  private final List<String> lines = new ArrayList<>();

  private DocumentedTable() {}

  /** A table of these columns. */
  public static DocumentedTable of(String... columns) {
    DocumentedTable table = new DocumentedTable().row(columns);
    table.lines.add("|" + "---|".repeat(columns.length));
    return table;
  }

  public DocumentedTable row(String... cells) {
    lines.add(Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  /** Fails unless the page has exactly this table. */
  public void compare(String page, String name) throws IOException {
    compare(page, name, String.join("\n", lines));
  }

  /** Fails unless the page has exactly this text. */
  public static void compare(String page, String name, String text) throws IOException {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    String expected = text + "\n";
    String content = Files.readString(Path.of("..", "docs", page));

    assertThat(content).as("the marks of the table").contains(begin, end);
    assertThat(content.substring(content.indexOf(begin) + begin.length(), content.indexOf(end)))
        .as("%s differs from the code; paste this between its marks:%n%s", name, expected)
        .isEqualTo(expected);
  }
}
