package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.annotation.Nullable;

/**
 * The reading of a unit or of a part of its stretch, page by page. Each page is asked for on its
 * own with the state that the page before it gave, so that a page can be asked for again, and in
 * another size. Used by one thread at a time.
 */
public final class Scan {

  private final CqlSession session;
  private final ScanUnit unit;
  private long passOver;
  private long taken;
  private long takenOfLast;
  @Nullable private RowView last;
  @Nullable private ByteBuffer state;

  /** Makes the scan of a unit; nothing is sent yet. */
  public Scan(CqlSession session, ScanUnit unit) {
    this(session, unit, 0);
  }

  private Scan(CqlSession session, ScanUnit unit, long passOver) {
    this.session = session;
    this.unit = unit;
    this.passOver = passOver;
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

  /**
   * Remembers where the rows of a page end; to be called for each page, in their order.
   *
   * @return the rows without those that another scan has given already
   */
  public RowChunk took(RowChunk rows) {
    int passed = (int) Math.min(passOver, rows.size());
    passOver -= passed;
    taken += rows.size();
    remember(rows.rows());
    return passed == 0
        ? rows
        : new RowChunk(
            rows.rows().subList(passed, rows.size()),
            0,
            rows.bytes() * (rows.size() - passed) / rows.size());
  }

  private void remember(List<RowView> rows) {
    KeyTokens keys = unit.keys();
    if (keys == null || rows.isEmpty()) {
      return;
    }
    RowView end = rows.get(rows.size() - 1);
    int first = rows.size() - 1;
    while (first > 0 && keys.sameToken(rows.get(first - 1), end)) {
      first--;
    }
    boolean goesOn = first == 0 && last != null && keys.sameToken(last, end);
    takenOfLast = rows.size() - first + (goesOn ? takenOfLast : 0);
    last = keys.keyOf(end);
  }

  /** Returns how many of the rows that come next another scan has given already. */
  public long leftToPassOver() {
    return passOver;
  }

  /**
   * Returns the partition key that was reached, as a row whose other cells are null; null where no
   * row was taken, or the rows do not have the whole key.
   */
  @Nullable
  public RowView reached() {
    return last;
  }

  /**
   * Returns scans of shorter stretches that give what this one has not given yet: halves, and where
   * rows have been taken, the rest of the partition that was reached. All pages that came must have
   * been {@linkplain #took taken}.
   *
   * @return empty where the stretch cannot be cut: it is one token, or where the rows taken end in
   *     it is not known
   */
  public List<Scan> split() {
    TokenSpan span = unit.span();
    if (span == null || span.end() - span.start() == 1 || (taken > 0 && last == null)) {
      return List.of();
    }
    if (last == null || unit.keys() == null) {
      return halves(span);
    }
    long token = unit.keys().token(last);
    List<Scan> scans = new ArrayList<>();
    scans.add(new Scan(session, unit.within(new TokenSpan(token - 1, token)), takenOfLast));
    if (token < span.end()) {
      scans.addAll(halves(new TokenSpan(token, span.end())));
    }
    return scans;
  }

  private List<Scan> halves(TokenSpan span) {
    return span.split(2).stream().map(half -> new Scan(session, unit.within(half), 0)).toList();
  }
}
