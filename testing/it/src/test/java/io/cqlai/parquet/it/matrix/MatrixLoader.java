package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.annotation.Nullable;

/** Creates a table of the matrix and asks the server to store each of its values. */
public final class MatrixLoader {

  private MatrixLoader() {}

  /**
   * Creates and fills a table.
   *
   * @return the rows that the server refused to store: key to what it said
   */
  public static Map<String, String> load(CqlSession session, MatrixTable table) {
    table.createTypes().forEach(session::execute);
    session.execute(table.createTable());
    Map<String, CompletionStage<?>> sent = new LinkedHashMap<>();
    table
        .columns()
        .forEach(
            (column, kind) -> {
              PreparedStatement insert =
                  session.prepare(
                      "INSERT INTO %s (%s, %s) VALUES (?, ?)"
                          .formatted(table.name(), MatrixTable.KEY, column));
              sent.put(column + ", null", insert(session, insert, column + ", null", null));
              for (Sample sample : kind.samples()) {
                String key = column + ", " + sample.name();
                if (sent.put(key, insert(session, insert, key, sample.bytes())) != null) {
                  throw new IllegalStateException("two samples are called " + key);
                }
              }
            });
    Map<String, String> refused = new LinkedHashMap<>();
    sent.forEach(
        (key, answer) -> {
          try {
            answer.toCompletableFuture().join();
          } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (!(cause instanceof QueryValidationException) && !(cause instanceof ServerError)) {
              throw e;
            }
            refused.put(key, String.valueOf(cause.getMessage()));
          }
        });
    table.after().forEach(session::execute);
    return refused;
  }

  private static CompletionStage<?> insert(
      CqlSession session, PreparedStatement insert, String key, @Nullable ByteBuffer bytes) {
    BoundStatementBuilder row = insert.boundStatementBuilder().setString(0, key);
    return session.executeAsync(row.setBytesUnsafe(1, bytes).build());
  }
}
