package io.cqlai.parquet.it.table;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/** A table of texts that no codec makes much smaller: {@code k int PRIMARY KEY, v text}. */
public final class Texts {

  private static final int IN_FLIGHT = 500;
  private static final long SEED = 7;

  private Texts() {}

  public static void create(CqlSession session, String table, int rows, int characters) {
    session.execute("CREATE TABLE " + table + " (k int PRIMARY KEY, v text)");
    PreparedStatement insert = session.prepare("INSERT INTO " + table + " (k, v) VALUES (?, ?)");
    Random random = new Random(SEED);
    List<CompletionStage<?>> sent = new ArrayList<>();
    for (int k = 0; k < rows; k++) {
      byte[] bytes = new byte[characters * 3 / 4];
      random.nextBytes(bytes);
      sent.add(session.executeAsync(insert.bind(k, Base64.getEncoder().encodeToString(bytes))));
      if (sent.size() == IN_FLIGHT || k == rows - 1) {
        sent.forEach(answer -> answer.toCompletableFuture().join());
        sent.clear();
      }
    }
  }
}
