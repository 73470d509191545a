package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/**
 * A table of wares. Every hundredth price has three decimals, so that {@code DECIMAL(9,2)} does not
 * hold it, and every hundredth code is no number.
 */
final class Stock {

  private static final int IN_FLIGHT = 200;
  private static final int ODD = 100;

  private Stock() {}

  /** Makes a table with as many rows, each of about as many bytes. */
  static void create(CqlSession session, String table, int rows, int bytes) {
    session.execute(
        "CREATE TABLE " + table + " (id int PRIMARY KEY, price decimal, code text, label text)");
    PreparedStatement insert =
        session.prepare("INSERT INTO " + table + " (id, price, code, label) VALUES (?, ?, ?, ?)");
    Random random = new Random(1);
    Deque<CompletionStage<?>> open = new ArrayDeque<>();
    for (int id = 0; id < rows; id++) {
      BigDecimal price = new BigDecimal(id % ODD == 0 ? "0.005" : "12.50");
      String code = id % ODD == 0 ? "none" : Integer.toString(id);
      open.add(session.executeAsync(insert.bind(id, price, code, text(random, bytes))));
      if (open.size() >= IN_FLIGHT) {
        open.remove().toCompletableFuture().join();
      }
    }
    open.forEach(each -> each.toCompletableFuture().join());
  }

  /** Returns how many of the first rows have a price and a code that do not fit. */
  static long odd(int rows) {
    return (rows + ODD - 1L) / ODD;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(Long.toString(random.nextLong(), 36));
    }
    return text.substring(0, length);
  }
}
