package io.cqlai.parquet.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A table in Markdown. */
public final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  /** Makes a table without rows; all columns but the first are aligned to the right. */
  public MarkdownTable(String... headers) {
    columns = headers.length;
    line(List.of(headers));
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      rule.add(i == 0 ? "---" : "---:");
    }
    line(rule);
  }

  /** Adds a row with as many cells as there are columns. */
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    line(List.of(cells));
    return this;
  }

  private void line(List<String> cells) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    cells.forEach(cell -> line.add(cell.replace("|", "\\|").replace('\n', ' ')));
    text.append(line);
  }

  /** Returns the table, with the end of its last line. */
  @Override
  public String toString() {
    return text.toString();
  }
}
