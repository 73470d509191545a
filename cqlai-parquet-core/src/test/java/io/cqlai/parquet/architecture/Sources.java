package io.cqlai.parquet.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The project's files, of all modules. */
final class Sources {

  private static final Path PROJECT = Path.of("..");

  private Sources() {}

  /** All Java files: of tests too. */
  static List<Path> all() throws IOException {
    return endingIn(".java");
  }

  /** The files that are not tests. */
  static List<Path> main() throws IOException {
    Path marker = Path.of("src", "main", "java");
    return all().stream().filter(file -> file.toString().contains(marker.toString())).toList();
  }

  /** All files of a kind. */
  static List<Path> endingIn(String extension) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            boolean ours = name.equals("..") || !(name.startsWith(".") || name.equals("target"));
            return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(extension)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
