package io.cqlai.parquet.it.fault;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Counts the calls that change files below one directory, and lets some of them fail. Deleting
 * never fails, so that what is left over was left by whoever wrote it.
 */
final class DiskCalls {

  /** Which calls fail. */
  enum Failing {
    /** One call fails, and those after it succeed. */
    ONE,
    /** From that call on all fail. */
    ALL_FROM_THERE
  }

  private static String watched = "";
  private static int calls;
  private static int failAt;
  private static Failing failing = Failing.ONE;
  private static String failed = "";

  private DiskCalls() {}

  /**
   * Begins to count anew.
   *
   * @param directory the calls below it count
   * @param number the call that fails, from 1; 0 for none
   */
  static synchronized void begin(Path directory, int number, Failing which) {
    watched = directory.toString();
    calls = 0;
    failAt = number;
    failing = which;
    failed = "";
  }

  /** Ends the failing; returns the calls that failed, or an empty text where none did. */
  static synchronized String end() {
    failAt = 0;
    return failed;
  }

  /** Counts a call, which fails here when it is its turn. */
  static synchronized void count(String call, Path file) throws IOException {
    Path path = Objects.requireNonNull(file);
    if (watched.isEmpty() || !path.toString().startsWith(watched)) {
      return;
    }
    calls++;
    if (failAt > 0 && (calls == failAt || (calls > failAt && failing == Failing.ALL_FROM_THERE))) {
      failed += (failed.isEmpty() ? "" : ", ") + call;
      throw new FileSystemException(path.toString(), null, "injected failure of " + call);
    }
  }
}
