package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.load.RowSpan;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.internal.plan.PlannedFile;
import java.util.OptionalLong;
import javax.annotation.Nullable;

/** The parts of an import's files, in their order, for the threads that read them. */
final class ImportParts {

  private final ImportPlan plan;
  private final ImportTally tally;
  private final RowWindow window;
  private int file = -1;
  private int next;

  ImportParts(ImportPlan plan, ImportTally tally) {
    this.plan = plan;
    this.tally = tally;
    this.window = new RowWindow(plan.skipRows(), plan.maxRows());
  }

  /**
   * A part of a file.
   *
   * @param file its file's position in the plan
   * @param number its position in the file
   * @param rows which of its rows are read; none where all are passed over
   */
  record Part(int file, int number, RowSpan rows) {}

  /** Counts the parts up to the last that is read. */
  long count() {
    RowWindow ahead = new RowWindow(plan.skipRows(), plan.maxRows());
    long parts = 0;
    for (PlannedFile each : plan.files()) {
      for (int part = 0; part < each.source().parts() && !ahead.isOver(); part++) {
        ahead.next(each.source().rows(part).orElse(0));
        parts++;
      }
    }
    return parts;
  }

  /** Takes the next part; null where nothing is left to read. */
  @Nullable
  synchronized Part next() {
    if (window.isOver()) {
      return null;
    }
    while (file < 0 || next == plan.files().get(file).source().parts()) {
      if (file == plan.files().size() - 1) {
        return null;
      }
      file++;
      next = 0;
      tally.opens(plan.files().get(file));
    }
    OptionalLong rows = plan.files().get(file).source().rows(next);
    return new Part(
        file, next++, rows.isPresent() ? window.next(rows.getAsLong()) : window.ahead());
  }

  /**
   * Learns how far a part was read.
   *
   * @param position how many of its rows were passed
   */
  synchronized void passed(Part part, long position) {
    if (plan.files().get(part.file).source().rows(part.number).isEmpty()) {
      window.next(position);
    }
  }

  /** Returns how many rows have been passed over. */
  synchronized long skipped() {
    return window.skipped();
  }
}
