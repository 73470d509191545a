package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import javax.annotation.Nullable;

/**
 * The reading of one unit, page by page. Each page is asked for on its own with the state that the
 * page before it gave, so that a page can be asked for again, and in another size. Used by one
 * thread at a time.
 */
public final class Scan {

  private final CqlSession session;
  private final Statement<?> statement;
  private final PageSizer sizer;
  @Nullable private ByteBuffer state;

  /**
   * Makes the scan of a unit; nothing is sent yet.
   *
   * @param sizer shared by the scans of a run, which learn from each other's pages
   */
  public Scan(CqlSession session, ScanUnit unit, PageSizer sizer) {
    this.session = session;
    this.statement = unit.statement();
    this.sizer = sizer;
  }

  /**
   * Asks for the page that is next; asking twice without {@link #advance} asks for the same page.
   *
   * @param mostRows the most rows that are still wanted; above 0
   */
  public CompletionStage<Page> fetch(long mostRows) {
    int size = (int) Math.min(sizer.next(), mostRows);
    Statement<?> request = statement.setPageSize(size).setPagingState(state);
    return session.executeAsync(request).thenApply(Page::new);
  }

  /**
   * Goes on behind a page.
   *
   * @return whether there is another page
   */
  public boolean advance(Page page) {
    state = page.next();
    return state != null;
  }

  /** Learns from the rows of a page what size the next one should have. */
  public void learn(int rows, long bytes) {
    sizer.came(rows, bytes);
  }
}
