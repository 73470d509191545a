package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.load.Reject;
import io.cqlai.parquet.internal.load.RowPlace;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.internal.plan.PlannedFile;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of rejected rows, one for all files that can share it. A file is made at its first row.
 * Rejects are collected, because copying a row reads its row group again.
 */
final class RejectedCopies implements AutoCloseable {

  private static final int MOST_WAITING = 20_000;

  private final ImportPlan plan;
  private final Runnable checkpoint;
  private final Committer committer = new Committer();
  private final Map<StagedFile, RejectWriter> writers = new LinkedHashMap<>();
  private final List<Reject> waiting = new ArrayList<>();

  /**
   * Makes files of rejects.
   *
   * @param checkpoint throws when the import should end
   */
  RejectedCopies(ImportPlan plan, Runnable checkpoint) {
    this.plan = plan;
    this.checkpoint = checkpoint;
  }

  /**
   * Takes rejects over; copies them once there are many.
   *
   * @throws IOException when the target fails
   */
  void add(List<Reject> rejects) throws IOException {
    waiting.addAll(rejects);
    if (waiting.size() >= MOST_WAITING) {
      copy();
    }
  }

  /**
   * Copies what is left, completes the files and lets them appear.
   *
   * @return their names; none where no row was rejected
   * @throws IOException when the target fails
   */
  List<String> publish() throws IOException {
    copy();
    for (RejectWriter writer : writers.values()) {
      writer.finish();
    }
    committer.publish();
    return writers.keySet().stream().map(StagedFile::name).toList();
  }

  private void copy() throws IOException {
    Map<RowPlace, List<RejectedRow>> groups = new TreeMap<>();
    for (Reject reject : waiting) {
      RowPlace row = reject.row();
      groups
          .computeIfAbsent(new RowPlace(row.file(), row.rowGroup(), 0), g -> new ArrayList<>())
          .add(new RejectedRow(row.position(), column(reject), reason(reject)));
    }
    waiting.clear();
    for (Map.Entry<RowPlace, List<RejectedRow>> group : groups.entrySet()) {
      PlannedFile file = plan.files().get(group.getKey().file());
      writer(file).copy(file.source(), group.getKey().rowGroup(), group.getValue());
    }
  }

  private static String column(Reject reject) {
    return reject.column() == null ? "" : reject.column();
  }

  private static String reason(Reject reject) {
    return reject.outcomeUnknown()
        ? "it may have been applied all the same: " + reject.reason()
        : reject.reason();
  }

  private RejectWriter writer(PlannedFile file) throws IOException {
    StagedFile target = file.errorFile();
    if (target == null) {
      throw new IllegalStateException("No file was planned for the rejects of " + file.name());
    }
    RejectWriter writer = writers.get(target);
    if (writer == null) {
      writer = file.source().openRejects(committer.add(target).output(), checkpoint);
      writers.put(target, writer);
    }
    return writer;
  }

  /** Releases everything; what has not been published never existed. */
  @Override
  public void close() throws IOException {
    try (committer) {
      for (RejectWriter writer : writers.values()) {
        writer.close();
      }
    }
  }
}
