package io.cqlai.parquet.it.table;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** A table of numbers: {@code k int PRIMARY KEY, even boolean, v text}. */
public final class Numbers {

  private static final int IN_FLIGHT = 500;

  private Numbers() {}

  public static void create(CqlSession session, String table, int rows) {
    session.execute("CREATE TABLE " + table + " (k int PRIMARY KEY, even boolean, v text)");
    PreparedStatement insert =
        session.prepare("INSERT INTO " + table + " (k, even, v) VALUES (?, ?, ?)");
    List<CompletionStage<?>> sent = new ArrayList<>();
    for (int k = 0; k < rows; k++) {
      sent.add(session.executeAsync(insert.bind(k, k % 2 == 0, "value " + k)));
      if (sent.size() == IN_FLIGHT) {
        await(sent);
      }
    }
    await(sent);
  }

  /** The texts of all keys, in the order of the numbers. */
  public static List<String> keys(int rows) {
    return IntStream.range(0, rows).mapToObj(Integer::toString).toList();
  }

  private static void await(List<CompletionStage<?>> sent) {
    sent.forEach(answer -> answer.toCompletableFuture().join());
    sent.clear();
  }
}
