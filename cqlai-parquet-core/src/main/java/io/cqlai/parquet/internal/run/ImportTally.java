package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.checkpoint.ImportMarks;
import io.cqlai.parquet.internal.load.LoadCounts;
import io.cqlai.parquet.internal.load.Loader;
import io.cqlai.parquet.internal.load.Reject;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.internal.plan.PlannedFile;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.annotation.Nullable;

/**
 * What an import has read, and its report at any moment: that of the whole job, with the rows that
 * runs before have done. Used by all threads of the import.
 */
final class ImportTally {

  private final ImportPlan plan;
  private final Loader loader;
  private final ImportMarks marks;
  private final Instant started;
  private final List<String> files = new ArrayList<>();
  private final LongAdder rows = new LongAdder();
  private final LossCounters losses = new LossCounters();
  private long rowGroups;
  private long bytesBefore;
  @Nullable private PlannedFile last;

  ImportTally(ImportPlan plan, Loader loader, ImportMarks marks, Instant started) {
    this.plan = plan;
    this.loader = loader;
    this.marks = marks;
    this.started = started;
    losses.add(marks.lossesBefore());
  }

  /** Counts a file from which rows are going to be read. */
  synchronized void opens(PlannedFile file) {
    files.add(file.name());
    bytesBefore = bytes();
    last = file;
  }

  /** Counts a row group of which rows are read. */
  synchronized void rowGroup() {
    rowGroups++;
  }

  /** Counts a row that was read. */
  void row() {
    rows.increment();
  }

  /** Counts what the values of a part have lost. */
  synchronized void lost(List<Loss> more) {
    losses.add(more);
  }

  /** Returns the size of the files that have been opened for their rows; of a stream, so far. */
  synchronized long bytes() {
    return bytesBefore + (last == null ? 0 : last.bytes());
  }

  /**
   * Returns the report as things stand.
   *
   * @param passedOver the rows that SKIPROWS passed over
   * @param rejectFiles the files of rejects that were published
   */
  synchronized ImportReport report(long passedOver, List<String> rejectFiles) {
    LoadCounts counts = loader.counts();
    List<String> all = new ArrayList<>(files);
    all.addAll(rejectFiles);
    return new ImportReport(
        plan.table().cqlName(),
        passedOver + marks.rowsBefore() + rows.sum(),
        marks.rowsBefore() - marks.skippedBefore() + counts.written(),
        counts.rejected(),
        passedOver + marks.skippedBefore() + counts.skipped(),
        bytes(),
        rowGroups,
        all,
        plan.requests().consistency(),
        started,
        Instant.now(),
        warnings(counts, rejectFiles),
        losses.losses(),
        counts.outcomeUnknown());
  }

  private List<String> warnings(LoadCounts counts, List<String> rejectFiles) {
    List<String> warnings = new ArrayList<>(plan.printed().warnings());
    warnings.addAll(loader.warnings());
    if (marks.rowsBefore() > 0) {
      warnings.add(
          count(marks.rowsBefore()) + " done by earlier runs of this import, and not read again");
    }
    if (counts.repeated() > 0) {
      warnings.add(counts.repeated() + " writes failed and were sent again");
    }
    Reject first = loader.firstReject();
    if (first != null) {
      warnings.add(
          count(counts.rejected())
              + " rejected; the first: "
              + ImportRejects.describe(plan, first));
    }
    if (counts.outcomeUnknown() > 0) {
      warnings.add(
          "Of "
              + counts.outcomeUnknown()
              + " of the rejected rows nobody knows whether they were applied");
    }
    plan.files().stream()
        .map(PlannedFile::errorFile)
        .filter(file -> file != null && !rejectFiles.contains(file.name()) && file.isThere())
        .distinct()
        .map(RejectFile::ofAnotherRun)
        .forEach(warnings::add);
    return warnings;
  }

  static String count(long rows) {
    return rows == 1 ? "1 row was" : rows + " rows were";
  }
}
