package io.cqlai.parquet.benchmarks.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The CSV files that a tool writes: a directory of them, each with a line of names first. */
final class CsvFiles {

  private final Path directory;

  CsvFiles(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /** Makes the directory and leaves it without files. */
  void clear() throws IOException {
    Files.createDirectories(directory);
    for (Path file : files()) {
      Files.delete(file);
    }
  }

  /** Counts the lines that are rows: no value of the benchmark's tables has a line break. */
  long rows() throws IOException {
    long rows = 0;
    for (Path file : files()) {
      try (Stream<String> lines = Files.lines(file)) {
        rows += Math.max(0, lines.count() - 1);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return rows;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }
}
