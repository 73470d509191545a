package io.cqlai.parquet.internal.run;

import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Iterator;
import java.util.List;

/**
 * A result whose rows are written to a part of a capture as they are handed out. The part joins
 * when the last row has been handed out. Used by one thread at a time.
 */
public final class CaptureTee implements ResultSet, Iterator<Row> {

  private final ResultSet rows;
  private final Iterator<Row> iterator;
  private final PartWriter writer;
  private final Meter meter;
  private boolean open = true;

  CaptureTee(ResultSet rows, PartWriter writer, Meter meter) {
    this.rows = rows;
    this.meter = meter;
    this.iterator = rows.iterator();
    this.writer = writer;
    try {
      endAfterTheLast();
    } catch (RuntimeException | Error e) {
      abandonAfter(e);
      throw e;
    }
  }

  /**
   * Drops what was written, unless the last row has been handed out.
   *
   * @return whether it was dropped
   */
  public boolean abandon() {
    boolean abandoned = open;
    open = false;
    writer.close();
    return abandoned;
  }

  @Override
  public boolean hasNext() {
    try {
      boolean more = iterator.hasNext();
      if (!more) {
        end();
      }
      return more;
    } catch (RuntimeException | Error e) {
      abandonAfter(e);
      throw e;
    }
  }

  @Override
  public Row next() {
    try {
      Row row = iterator.next();
      if (open) {
        meter.pages(rows.getExecutionInfos().size());
        writer.add(row);
        endAfterTheLast();
      }
      return row;
    } catch (RuntimeException | Error e) {
      abandonAfter(e);
      throw e;
    }
  }

  /** A caller that knows how many rows there are does not ask whether there is another. */
  private void endAfterTheLast() {
    if (rows.getAvailableWithoutFetching() == 0 && rows.isFullyFetched()) {
      end();
    }
  }

  private void end() {
    if (open) {
      writer.finish();
      open = false;
    }
  }

  private void abandonAfter(Throwable failure) {
    try {
      abandon();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public Iterator<Row> iterator() {
    return this;
  }

  @Override
  public ColumnDefinitions getColumnDefinitions() {
    return rows.getColumnDefinitions();
  }

  @Override
  public List<ExecutionInfo> getExecutionInfos() {
    return rows.getExecutionInfos();
  }

  @Override
  public boolean isFullyFetched() {
    return rows.isFullyFetched();
  }

  @Override
  public int getAvailableWithoutFetching() {
    return rows.getAvailableWithoutFetching();
  }

  @Override
  public boolean wasApplied() {
    return rows.wasApplied();
  }
}
