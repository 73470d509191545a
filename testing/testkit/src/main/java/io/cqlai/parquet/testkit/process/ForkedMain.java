package io.cqlai.parquet.testkit.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** What a {@link ForkedJvm} really runs: the wanted main class, for as long as the parent lives. */
final class ForkedMain {

  private static final int FAILED = 1;
  private static final int ORPHANED = 4;

  private ForkedMain() {}

  /**
   * Runs another class's main method.
   *
   * @param arguments the class's name, then its own arguments
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread watch = new Thread(ForkedMain::haltAtEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    try {
      var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException thrown) {
      thrown.getTargetException().printStackTrace();
      // As the launcher does, but also when threads that are no daemons go on.
      System.exit(FAILED);
    }
  }

  /** Nothing is ever written to standard input: it only ends, with the parent. */
  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException broken) {
      System.err.println("Standard input broke: " + broken);
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
