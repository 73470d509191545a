package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.scan.Page;
import io.cqlai.parquet.internal.scan.Scan;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.row.RowChunk;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the units of an export one after the other; while one page is being written the next is on
 * its way. A page that fails in a way that may pass is asked for again.
 */
final class PageReader {

  private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private final Job<?> job;
  private final ExportPlan plan;
  private final Iterator<ScanUnit> units;
  private final Set<String> warnings = new LinkedHashSet<>();
  private long wanted;
  @Nullable private Asked asked;
  private long unitsDone;

  PageReader(Job<?> job, ExportPlan plan) {
    this.job = job;
    this.plan = plan;
    this.units = plan.units().iterator();
    this.wanted = plan.limit();
    askNextUnit();
  }

  /** Returns the next page's rows, cut to the limit, or null when there are no more. */
  @Nullable
  RowChunk next() {
    Asked request = asked;
    if (request == null) {
      return null;
    }
    Page page = request.await();
    warnings.addAll(page.warnings());
    boolean more = request.scan.advance(page);
    page.requireTypes(request.unit.types());
    RowChunk rows = page.take();
    request.scan.learn(rows.size(), rows.bytes());
    if (rows.size() > wanted) {
      rows = new RowChunk(rows.rows().subList(0, (int) wanted), 0, rows.bytes());
    }
    wanted -= rows.size();
    if (wanted == 0) {
      asked = null;
    } else if (more) {
      asked = new Asked(request.scan, request.unit);
    } else {
      unitsDone++;
      job.meter().partDone();
      askNextUnit();
    }
    return rows;
  }

  /** Returns how many units have been read to their end. */
  long unitsDone() {
    return unitsDone;
  }

  /** Returns what the server warned of, each sentence once. */
  Set<String> warnings() {
    return warnings;
  }

  private void askNextUnit() {
    if (units.hasNext()) {
      ScanUnit next = units.next();
      asked = new Asked(new Scan(plan.requests().session(), next, plan.sizer()), next);
    } else {
      asked = null;
    }
  }

  /** A page that is on its way. */
  private final class Asked {
    private final Scan scan;
    private final ScanUnit unit;
    private CompletionStage<Page> page;

    Asked(Scan scan, ScanUnit unit) {
      this.scan = scan;
      this.unit = unit;
      this.page = scan.fetch(wanted);
    }

    Page await() {
      for (int attempt = 1; ; attempt++) {
        try {
          return job.await(page, "Reading " + plan.subject());
        } catch (TransferException e) {
          if (!e.retryable() || attempt == ATTEMPTS) {
            throw e.code() == ErrorCode.CANCELLED ? e : e.at(place());
          }
          LOG.info(
              "[{}] a page failed, attempt {} of {}: {}",
              job.name(),
              attempt,
              ATTEMPTS,
              e.getMessage());
          job.pause(FIRST_PAUSE_MILLIS << (attempt - 1));
          page = scan.fetch(wanted);
        }
      }
    }

    private Place place() {
      Place table = Place.table(plan.subject());
      return unit.span() == null ? table : table.inTokenRange(unit.span().toString());
    }
  }
}
