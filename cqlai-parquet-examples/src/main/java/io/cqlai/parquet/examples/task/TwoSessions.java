package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.metadata.EndPoint;
import io.cqlai.parquet.ParquetExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One session for the application and one for bulk work: a transfer's requests then wait neither in
 * the application's connections nor behind them.
 */
public final class TwoSessions {

  private TwoSessions() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(TwoSessions::run);
  }

  static void run(CqlSession application, Path directory) {
    try (CqlSession bulk = bulkSession(application)) {
      long rows =
          ParquetExporter.on(bulk)
              .table(application.getKeyspace().orElseThrow().asCql(false), "users")
              .to(directory.resolve("users.parquet"))
              .export()
              .rowsWritten();
      System.out.println(rows + " rows through the session for bulk work");
    }
  }

  private static CqlSession bulkSession(CqlSession application) {
    List<EndPoint> nodes =
        application.getMetadata().getNodes().values().stream().map(n -> n.getEndPoint()).toList();
    String datacenter =
        application.getMetadata().getNodes().values().iterator().next().getDatacenter();
    return CqlSession.builder()
        .addContactEndPoints(nodes)
        .withLocalDatacenter(datacenter == null ? "datacenter1" : datacenter)
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, 2)
                .withString(DefaultDriverOption.SESSION_NAME, "bulk")
                .build())
        .build();
  }
}
