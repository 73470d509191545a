package io.cqlai.parquet.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page whose tables a benchmark replaces, each between two marks that name the benchmark. */
public final class DocsPage {

  private final Path page;

  /** Makes a page over a file that exists. */
  public DocsPage(Path page) {
    this.page = page;
  }

  /**
   * Replaces what stands between the marks of a benchmark.
   *
   * @throws IllegalStateException when the page has no such marks
   */
  public void replace(String benchmark, String text) throws IOException {
    String before = Files.readString(page);
    String begin = "<!-- begin " + benchmark + " -->\n";
    String end = "<!-- end " + benchmark + " -->";
    int from = before.indexOf(begin);
    int to = before.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(page + " has no lines " + begin.strip() + " and " + end);
    }
    Files.writeString(
        page, before.substring(0, from + begin.length()) + text + before.substring(to));
  }
}
