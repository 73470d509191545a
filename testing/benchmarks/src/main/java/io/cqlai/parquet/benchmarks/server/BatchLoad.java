package io.cqlai.parquet.benchmarks.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The most that any import can reach: the driver alone writes rows that need no reading, in
 * unlogged batches. A batch has the rows of one replica; on one node, these are all rows.
 */
public final class BatchLoad {

  private static final int BATCH_ROWS = 32;

  /** Under the server's own limit of 50 KB for a batch. */
  private static final int BATCH_BYTES = 40_000;

  private static final int IN_FLIGHT = 32;

  private final CqlSession session;
  private final BenchTable table;
  private final PreparedStatement insert;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private BatchLoad(CqlSession session, BenchTable table, PreparedStatement insert) {
    this.session = session;
    this.table = table;
    this.insert = insert;
  }

  /**
   * Prepares a load.
   *
   * @param table whose rows are written
   * @param target the name of the table that they go to
   */
  public static BatchLoad into(CqlSession session, BenchTable table, String target) {
    String marks = String.join(", ", Collections.nCopies(table.schema().size(), "?"));
    return new BatchLoad(
        session,
        table,
        session.prepare(
            "INSERT INTO " + target + " (" + table.columnNames() + ") VALUES (" + marks + ")"));
  }

  /**
   * Writes the table's first rows; waits until all are answered.
   *
   * @throws IllegalStateException when a batch fails
   */
  public void rows(long count) {
    List<BatchableStatement<?>> batch = new ArrayList<>();
    int bytes = 0;
    for (long number = 0; number < count && failure.get() == null; number++) {
      ByteBuffer[] cells = table.row(number);
      int size = size(cells);
      if (batch.size() == BATCH_ROWS || !batch.isEmpty() && bytes + size > BATCH_BYTES) {
        send(batch);
        batch.clear();
        bytes = 0;
      }
      bytes += size;
      batch.add(bind(cells));
    }
    if (!batch.isEmpty()) {
      send(batch);
    }
    free.acquireUninterruptibly(IN_FLIGHT);
    free.release(IN_FLIGHT);
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("The rows were not written: " + failed, failed);
    }
  }

  private BatchableStatement<?> bind(ByteBuffer[] cells) {
    BoundStatementBuilder statement = insert.boundStatementBuilder();
    for (int i = 0; i < cells.length; i++) {
      statement.setBytesUnsafe(i, cells[i]);
    }
    return statement.build();
  }

  private void send(List<BatchableStatement<?>> rows) {
    free.acquireUninterruptibly();
    BatchStatement batch =
        BatchStatement.newInstance(DefaultBatchType.UNLOGGED, rows).setIdempotent(true);
    session
        .executeAsync(batch)
        .whenComplete(
            (result, failed) -> {
              if (failed != null) {
                failure.compareAndSet(null, failed);
              }
              free.release();
            });
  }

  private static int size(ByteBuffer[] cells) {
    int size = 0;
    for (ByteBuffer cell : cells) {
      size += cell.remaining();
    }
    return size;
  }
}
