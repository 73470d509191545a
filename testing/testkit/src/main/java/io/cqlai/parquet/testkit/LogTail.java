package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, for error messages. */
final class LogTail {

  private static final int LINES = 40;
  private static final int WIDTH = 500;

  private LogTail() {}

  static String of(Path log) {
    if (!Files.exists(log)) {
      return "(there is no log at " + log + ")";
    }
    String text;
    try {
      // A killed process may leave half a character: decoding must not fail on it.
      text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "(the log at " + log + " cannot be read: " + unreadable + ")";
    }
    List<String> lines = text.lines().toList();
    StringBuilder tail = new StringBuilder("The end of " + log + ":");
    for (String line : lines.subList(Math.max(0, lines.size() - LINES), lines.size())) {
      tail.append("\n  ").append(line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line);
    }
    return tail.toString();
  }
}
