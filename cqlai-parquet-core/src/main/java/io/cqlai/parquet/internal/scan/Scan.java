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
  private final ScanUnit unit;
  @Nullable private ByteBuffer state;

  /** Makes the scan of a unit; nothing is sent yet. */
  public Scan(CqlSession session, ScanUnit unit) {
    this.session = session;
    this.unit = unit;
  }

  /** Returns what is read. */
  public ScanUnit unit() {
    return unit;
  }

  /**
   * Asks for the page that is next; asking twice without {@link #advance} asks for the same page.
   *
   * @param rows the most rows that it should have; above 0
   */
  public CompletionStage<Page> fetch(int rows) {
    Statement<?> request = unit.statement().setPageSize(rows).setPagingState(state);
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
}
