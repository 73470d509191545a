package io.cqlai.parquet.testkit.junit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import io.cqlai.parquet.testkit.CassandraServer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A keyspace of one test class, with a session of its own in it. */
public final class TestKeyspace implements AutoCloseable {

  private static final AtomicInteger MADE = new AtomicInteger();
  private static final int MAX_NAME_OF_CLASS = 24;
  private static final int RADIX = 36;

  private final String name;
  private final CqlSession session;

  TestKeyspace(CassandraServer server, CqlSession shared, Class<?> testClass) {
    name = nameFor(testClass);
    shared.execute(
        "CREATE KEYSPACE "
            + name
            + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
    session = server.newSession(name);
  }

  /** Unlike any other, also of runs that go on beside this one or were broken off before. */
  private static String nameFor(Class<?> testClass) {
    String simple = testClass.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String shortened = simple.substring(0, Math.min(MAX_NAME_OF_CLASS, simple.length()));
    return "t_"
        + shortened
        + "_"
        + Long.toString(System.currentTimeMillis(), RADIX)
        + "_"
        + MADE.incrementAndGet();
  }

  /**
   * The keyspace's name, which needs no quotes in CQL.
   *
   * @return lower-case letters, digits and underscores
   */
  public String name() {
    return name;
  }

  /**
   * A session in this keyspace, so that tables need no qualified names; not to be closed.
   *
   * @return the same session at each call
   */
  public CqlSession session() {
    return session;
  }

  /**
   * Runs a statement in this keyspace.
   *
   * @param cql the statement
   * @param values values for its positional markers
   * @return the statement's result
   */
  public ResultSet execute(String cql, Object... values) {
    return session.execute(cql, values);
  }

  /** Drops the keyspace and closes its session. */
  @Override
  public void close() {
    try (session) {
      session.execute("DROP KEYSPACE IF EXISTS " + name);
    }
  }
}
