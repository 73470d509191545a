package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes to a stream, such as the body of an HTTP response. The stream is flushed and stays open; a
 * stream that breaks off lacks the footer, and no reader takes it for a whole file.
 */
public final class StreamOut {

  private StreamOut() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(StreamOut::run);
  }

  static void run(CqlSession session, Path directory) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream response = body) {
      ParquetExporter.on(session).table("users").to(response).export();
    }
    System.out.println(body.size() + " bytes sent");
  }
}
