package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.load.RowSpan;
import io.cqlai.parquet.internal.load.Stretch;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * Which rows of an import are done, kept in its checkpoint where it has one; those of runs before
 * count as those of this one. Safe for use by several threads.
 */
public final class ImportMarks implements AutoCloseable {

  /** By how much a run's lists are later than those of the run before; attempts add less. */
  private static final long MICROS_BETWEEN_RUNS = 1_000;

  private static final String RUN = "run";
  private static final String ROWS = "rows";

  @Nullable private final Checkpoint checkpoint;
  private final List<Stretch> begun = new ArrayList<>();
  private final Map<Part, Coverage> before = new HashMap<>();
  private final LossCounters lossesBefore = new LossCounters();
  private long rowsBefore;
  private long skippedBefore;
  private long writeTime;
  private long listTime;

  /** A part of a file. */
  private record Part(int file, int number) {}

  /** The beginning of a run, as the journal has it. */
  private record Run(long writeTimeMicros) {}

  /** What came to be done at once, as the journal has it. */
  private record Rows(List<DoneRows> rows) {}

  private ImportMarks(@Nullable Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * Opens the checkpoint of an import, or keeps none.
   *
   * @param writeTimeMicros the write time of the rows, should this be the first run
   * @throws io.cqlai.parquet.error.TransferException as {@link Checkpoint#open}
   */
  public static ImportMarks open(Optional<CheckpointPlan> plan, long writeTimeMicros) {
    ImportMarks marks = new ImportMarks(plan.map(Checkpoint::open).orElse(null));
    try {
      marks.begin(writeTimeMicros);
      return marks;
    } catch (RuntimeException | Error e) {
      marks.close();
      throw e;
    }
  }

  private void begin(long writeTimeMicros) {
    writeTime = writeTimeMicros;
    listTime = writeTimeMicros;
    Checkpoint kept = checkpoint;
    if (kept == null || finished().isPresent()) {
      return;
    }
    List<Run> runs = kept.entries(RUN, Run.class);
    if (!runs.isEmpty()) {
      writeTime = runs.get(0).writeTimeMicros();
      listTime = writeTime + runs.size() * MICROS_BETWEEN_RUNS;
    }
    kept.add(RUN, new Run(writeTime));
    for (Rows each : kept.entries(ROWS, Rows.class)) {
      each.rows().forEach(this::take);
    }
  }

  private void take(DoneRows done) {
    before
        .computeIfAbsent(new Part(done.file(), done.part()), part -> new Coverage())
        .add(new RowSpan(done.first(), done.end()));
    rowsBefore += done.end() - done.first();
    skippedBefore += done.skipped();
    lossesBefore.add(done.losses());
  }

  /** Tells whether there is a checkpoint. */
  public boolean areKept() {
    return checkpoint != null;
  }

  /** Returns the report of the run that finished the import; empty when none did. */
  public Optional<ImportReport> finished() {
    return Optional.ofNullable(checkpoint)
        .flatMap(Checkpoint::finished)
        .map(
            last ->
                last.imported(
                    "It was finished before, and nothing was written now; leave RESUME out to"
                        + " import again"));
  }

  /** Returns the write time of the rows in microseconds: that of the first run. */
  public long writeTimeMicros() {
    return writeTime;
  }

  /** Returns the write time of rows with lists that are not frozen: later in each run. */
  public long listTimeMicros() {
    return listTime;
  }

  /** Returns how many rows were done in runs before. */
  public long rowsBefore() {
    return rowsBefore;
  }

  /** Returns how many of them were left out on purpose. */
  public long skippedBefore() {
    return skippedBefore;
  }

  /** Returns what the values of those rows have lost. */
  public List<Loss> lossesBefore() {
    return lossesBefore.losses();
  }

  /** Returns the rows of a part that runs before have not done, in their order. */
  public List<RowSpan> missing(int file, int part, RowSpan rows) {
    Coverage done = before.get(new Part(file, part));
    return done == null ? List.of(rows) : done.missing(rows);
  }

  /** Returns a stretch that begins at a row. */
  public synchronized Stretch begin(int file, int part, long first) {
    Stretch stretch = new Stretch(file, part, first);
    if (checkpoint != null) {
      begun.add(stretch);
    }
    return stretch;
  }

  /**
   * Notes the stretches that are done by now; they are on the disk when this returns.
   *
   * @throws io.cqlai.parquet.error.TransferException CHECKPOINT_UNUSABLE when they cannot be
   */
  public void note() {
    List<DoneRows> done = joined(takeDone());
    if (checkpoint != null && !done.isEmpty()) {
      checkpoint.add(ROWS, new Rows(done));
    }
  }

  private synchronized List<DoneRows> takeDone() {
    List<DoneRows> done = new ArrayList<>();
    for (Iterator<Stretch> each = begun.iterator(); each.hasNext(); ) {
      Stretch stretch = each.next();
      if (stretch.isDone()) {
        each.remove();
        if (!stretch.rows().isEmpty()) {
          done.add(DoneRows.of(stretch));
        }
      }
    }
    return done;
  }

  private static List<DoneRows> joined(List<DoneRows> done) {
    List<DoneRows> joined = new ArrayList<>();
    done.sort(
        Comparator.comparingInt(DoneRows::file)
            .thenComparingInt(DoneRows::part)
            .thenComparingLong(DoneRows::first));
    for (DoneRows next : done) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).isFollowedBy(next)) {
        joined.set(last, joined.get(last).and(next));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** Notes that the import has come to its end. */
  public void finish(ImportReport report) {
    note();
    if (checkpoint != null) {
      checkpoint.finish(report);
    }
  }

  /** Notes what is done, and releases the checkpoint; what it holds stays. */
  @Override
  public void close() {
    if (checkpoint != null) {
      try (checkpoint) {
        note();
      }
    }
  }
}
