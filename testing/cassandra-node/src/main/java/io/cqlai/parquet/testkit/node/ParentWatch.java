package io.cqlai.parquet.testkit.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.cassandra.service.StorageService;

/**
 * Ends this JVM when its parent says so or is gone.
 *
 * <p>The parent holds the other end of standard input. The line {@code stop} asks for an orderly
 * end: the node is drained, so that its files can be opened again. End of input means that the
 * parent has let go, or died in whatever way: the JVM halts at once, and the directory named by the
 * system property {@value #DELETE_PROPERTY} is deleted, as nobody else is left to do it.
 */
final class ParentWatch {

  /**
   * System property: a directory to delete when the parent is gone, with the one around it if that
   * is empty then; absent to delete nothing.
   */
  static final String DELETE_PROPERTY = "cqlai.testkit.delete";

  private static final int DELETE_ATTEMPTS = 10;
  private static final int DRAINED = 0;
  private static final int ORPHANED = 3;
  private static final int DRAIN_FAILED = 4;

  private ParentWatch() {}

  static void start(InputStream parent) {
    Thread thread = new Thread(() -> watch(parent), "parent-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void watch(InputStream parent) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(parent, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("stop")) {
          drainAndHalt();
        }
      }
    } catch (IOException broken) {
      // A broken pipe tells the same as its end: nobody is left on the other side.
      System.err.println("Standard input broke: " + broken);
    }
    System.err.println("The parent process is gone: halting.");
    deleteLeftovers();
    Runtime.getRuntime().halt(ORPHANED);
  }

  private static void drainAndHalt() {
    int status = DRAINED;
    try {
      StorageService.instance.drain();
    } catch (Exception failed) {
      failed.printStackTrace();
      status = DRAIN_FAILED;
    }
    Runtime.getRuntime().halt(status);
  }

  private static void deleteLeftovers() {
    String directory = System.getProperty(DELETE_PROPERTY);
    if (directory == null) {
      return;
    }
    Path home = Path.of(directory);
    for (int attempt = 0; attempt < DELETE_ATTEMPTS && Files.exists(home); attempt++) {
      try {
        deleteTree(home);
      } catch (IOException writtenMeanwhile) {
        // The node still runs and may add a file: the next attempt takes it too.
        System.err.println("Deleting " + home + " again: " + writtenMeanwhile);
      }
    }
    try {
      Files.deleteIfExists(home.getParent());
    } catch (IOException others) {
      // Another node of the cluster, or the caller, has files there: the last one deletes it.
      System.err.println("Left " + home.getParent() + ": " + others);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
