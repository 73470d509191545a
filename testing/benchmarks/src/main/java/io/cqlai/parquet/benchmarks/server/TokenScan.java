package io.cqlai.parquet.benchmarks.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The most that any export can reach: the driver alone reads a table, several token ranges at once,
 * and looks at each cell's bytes. Nothing is written.
 */
public final class TokenScan {

  private static final int RANGES = 16;
  private static final long RANGE_TOKENS = 1L << 60;
  private static final int AT_ONCE = 4;
  private static final int PAGE_ROWS = 5_000;

  private final CqlSession session;
  private final PreparedStatement select;
  private final AtomicInteger next = new AtomicInteger();

  private TokenScan(CqlSession session, PreparedStatement select) {
    this.session = session;
    this.select = select;
  }

  /**
   * Prepares a scan.
   *
   * @param columns the columns to read, as CQL names them
   * @param partitionKey the column of the partition key
   */
  public static TokenScan of(
      CqlSession session, String table, String columns, String partitionKey) {
    String token = "token(" + partitionKey + ")";
    return new TokenScan(
        session,
        session.prepare(
            "SELECT "
                + columns
                + " FROM "
                + table
                + " WHERE "
                + token
                + " > ? AND "
                + token
                + " <= ?"));
  }

  /**
   * What a scan read.
   *
   * @param bytes of all cells
   * @param mark depends on each cell, so that no compiler leaves one out
   */
  public record Seen(long rows, long bytes, int mark) {

    private Seen plus(Seen other) {
      return new Seen(rows + other.rows, bytes + other.bytes, mark ^ other.mark);
    }
  }

  /** Reads the whole table; waits for the end. */
  public Seen run() {
    next.set(0);
    List<CompletableFuture<Seen>> workers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      workers.add(nextRange(new Seen(0, 0, 0)));
    }
    return workers.stream().map(CompletableFuture::join).reduce(new Seen(0, 0, 0), Seen::plus);
  }

  private CompletableFuture<Seen> nextRange(Seen before) {
    int range = next.getAndIncrement();
    if (range >= RANGES) {
      return CompletableFuture.completedFuture(before);
    }
    // The ring cut into equal parts; the lowest token belongs to no row.
    long start = Long.MIN_VALUE + range * RANGE_TOKENS;
    long end = range == RANGES - 1 ? Long.MAX_VALUE : start + RANGE_TOKENS;
    return session
        .executeAsync(select.bind(start, end).setPageSize(PAGE_ROWS))
        .thenCompose(page -> read(page, before))
        .toCompletableFuture()
        .thenCompose(this::nextRange);
  }

  private static CompletionStage<Seen> read(AsyncResultSet page, Seen before) {
    if (!page.hasMorePages()) {
      return CompletableFuture.completedFuture(
          before.plus(look(page.currentPage(), page.getColumnDefinitions().size())));
    }
    // The next page is on its way while this one is looked at.
    CompletionStage<AsyncResultSet> following = page.fetchNextPage();
    Seen seen = before.plus(look(page.currentPage(), page.getColumnDefinitions().size()));
    return following.thenCompose(more -> read(more, seen));
  }

  /** Looks at each cell of some rows. */
  static Seen look(Iterable<Row> page, int columns) {
    long rows = 0;
    long bytes = 0;
    int mark = 0;
    for (Row row : page) {
      rows++;
      for (int i = 0; i < columns; i++) {
        ByteBuffer cell = row.getBytesUnsafe(i);
        if (cell != null && cell.hasRemaining()) {
          bytes += cell.remaining();
          mark ^= cell.get(cell.limit() - 1);
        }
      }
    }
    return new Seen(rows, bytes, mark);
  }
}
