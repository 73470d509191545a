package io.cqlai.parquet.benchmarks.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** One node of Cassandra on this machine, with a session whose settings are the driver's own. */
public final class BenchServer implements AutoCloseable {

  /** The keyspace of all tables. */
  public static final String KEYSPACE = "bench";

  /** The consistency level of every request, of the library's and of the peers'. */
  public static final String CONSISTENCY = "LOCAL_ONE";

  private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration LONGEST_COMPACTION = Duration.ofMinutes(10);

  private final EmbeddedCassandra cassandra;
  private final CqlSession session;

  private BenchServer(EmbeddedCassandra cassandra, CqlSession session) {
    this.cassandra = cassandra;
    this.session = session;
  }

  /**
   * Starts a node as production runs it: with both of the JVM's compilers, and 2 GB of heap.
   *
   * @param logs where its log goes
   */
  public static BenchServer start(Path logs) {
    EmbeddedCassandra cassandra =
        EmbeddedCassandra.builder()
            .heap("2g")
            .jvmOptions("-XX:TieredStopAtLevel=4")
            .logDirectory(logs)
            .start();
    boolean ready = false;
    try {
      CqlSession session = connect(cassandra);
      session.execute(
          "CREATE KEYSPACE "
              + KEYSPACE
              + " WITH replication = {'class': 'NetworkTopologyStrategy', '"
              + cassandra.localDatacenter()
              + "': 1}");
      session.execute("USE " + KEYSPACE);
      ready = true;
      return new BenchServer(cassandra, session);
    } finally {
      if (!ready) {
        cassandra.close();
      }
    }
  }

  private static CqlSession connect(EmbeddedCassandra cassandra) {
    return CqlSession.builder()
        .addContactPoints(cassandra.contactPoints())
        .withLocalDatacenter(cassandra.localDatacenter())
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, REQUEST_TIMEOUT)
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, CONSISTENCY)
                // Each batch of the bare loop would log that it is larger than 5 KB.
                .withBoolean(DefaultDriverOption.REQUEST_LOG_WARNINGS, false)
                .build())
        .build();
  }

  /** Returns the session, in the keyspace of the tables. */
  public CqlSession session() {
    return session;
  }

  /** Returns where the node answers CQL. */
  public InetSocketAddress address() {
    return cassandra.contactPoints().get(0);
  }

  /** Returns the node's data centre. */
  public String datacenter() {
    return cassandra.localDatacenter();
  }

  /** Makes a table with its rows, and the empty one of the same columns. */
  public void load(BenchTable table, long rows) {
    session.execute(table.createStatement(table.cqlName()));
    session.execute(table.createStatement(table.targetName()));
    BatchLoad.into(session, table, table.cqlName()).rows(rows);
    settle();
  }

  /** Drops both tables, so that their data are in nobody's way. */
  public void drop(BenchTable table) {
    session.execute("DROP TABLE " + table.cqlName());
    session.execute("DROP TABLE " + table.targetName());
  }

  /** Empties the table that imports fill. */
  public void truncateTarget(BenchTable table) {
    session.execute("TRUNCATE " + table.targetName());
    settle();
  }

  /** Counts the rows of the table that imports fill. */
  public long countTarget(BenchTable table) {
    return TokenScan.of(session, table.targetName(), table.partitionKey(), table.partitionKey())
        .run()
        .rows();
  }

  /** Waits until the node compacts and flushes nothing, which would slow down what comes next. */
  public void settle() {
    long deadline = System.nanoTime() + LONGEST_COMPACTION.toNanos();
    while (session.execute("SELECT task_id FROM system_views.sstable_tasks").one() != null) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The server still compacts after " + LONGEST_COMPACTION);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server compacts", stopped);
    }
  }

  @Override
  public void close() {
    session.close();
    cassandra.close();
  }
}
