package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.report.ExportReport;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A service as a container of beans would hold it: one door, set up once, used by every request. A
 * door is immutable, so that threads share it freely.
 */
public final class UserArchive {

  private final ParquetExporter door;

  /** Makes the service; a container would inject the session. */
  public UserArchive(CqlSession session) {
    this.door = ParquetExporter.on(session).compression(Compression.ZSTD).table("users");
  }

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(UserArchive::run);
  }

  /** Archives the users of a country. */
  public ExportReport archive(String country, Path file) {
    return door.where("country = ?", country).to(file).export();
  }

  static void run(CqlSession session, Path directory) {
    UserArchive archive = new UserArchive(session);
    for (String country : new String[] {"UK", "US"}) {
      ExportReport report = archive.archive(country, directory.resolve(country + ".parquet"));
      System.out.println(country + ": " + report.rowsWritten());
    }
  }
}
