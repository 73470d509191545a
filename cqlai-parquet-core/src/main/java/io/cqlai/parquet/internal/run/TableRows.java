package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.plan.ReadPlan;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.row.RowChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads rows of a table with the job's own thread. */
final class TableRows {

  private final Job<?> job;
  private final List<String> warnings = new ArrayList<>();

  TableRows(Job<?> job) {
    this.job = job;
  }

  /** Reads the rows of some units of a plan, in any order. */
  void each(ReadPlan plan, List<ScanUnit> units, BiConsumer<ScanUnit, RowChunk> taker) {
    PageFeed pages = new PageFeed(job, plan, units, Long.MAX_VALUE);
    pages.begin();
    try {
      PageFeed.Encoding<RuntimeException> each =
          new PageFeed.Encoding<>() {
            @Override
            public void encode(ScanUnit unit, RowChunk rows) {
              taker.accept(unit, rows);
              job.meter().add(rows.size());
            }

            @Override
            public void ended(ScanUnit unit) {
              // all units together are what counts
            }
          };
      boolean more = true;
      while (more) {
        more = pages.next(each);
      }
    } catch (RuntimeException | Error e) {
      pages.fail(job.failed(e));
      throw e;
    }
    warnings.addAll(pages.warnings());
  }

  /** Returns what the server warned of, in all readings. */
  List<String> warnings() {
    return warnings.stream().distinct().toList();
  }
}
