package io.cqlai.parquet.it.capture;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.nio.file.Path;

/** Captures queries in a JVM of its own, and says how many rows each had. */
final class CaptureMain {

  private CaptureMain() {}

  /** Takes host, port, file and queries; the word "wait" is waited at for ever. */
  public static void main(String[] arguments) throws InterruptedException {
    try (RunningCassandra server = RunningCassandra.at(arguments[0], arguments[1]);
        CqlSession session = server.newSession();
        CaptureSession capture = CaptureSession.on(session).to(Path.of(arguments[2])).open()) {
      for (int i = 3; i < arguments.length; i++) {
        if (arguments[i].equals("wait")) {
          System.out.println("waiting");
          Thread.sleep(Long.MAX_VALUE);
        }
        System.out.println("captured " + capture.query(arguments[i]));
      }
    }
  }
}
