package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.checkpoint.Coverage;
import io.cqlai.parquet.internal.checkpoint.ExportParts;
import io.cqlai.parquet.internal.dataset.SingleFile;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.plan.ExportCheckpoint;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import javax.annotation.Nullable;

/** The run of an export's plan: pages in, row groups out, published at the end or not at all. */
public final class ExportRun {

  private static final String ANEW = "Nothing was published; run it again";

  private final Job<?> job;
  private final ExportPlan plan;
  private final ExportRejects rejects;
  private final Instant started = Instant.now();
  private PageFeed pages;
  private final LongAdder read = new LongAdder();
  @Nullable private ExportParts before;
  private boolean tableIsGone;
  @Nullable private ExportReport published;

  private ExportRun(Job<?> job, ExportPlan plan, String remedyOfRejects) {
    this.job = job;
    this.plan = plan;
    this.rejects = new ExportRejects(plan, remedyOfRejects);
    this.pages = new PageFeed(job, plan.reading(), plan.units(), plan.limit());
  }

  /**
   * Runs a plan to its end.
   *
   * @throws TransferException when it fails; then nothing is published
   */
  public static ExportReport run(Job<?> job, ExportPlan plan) {
    return run(
        job,
        plan,
        "Choose another type for the column with TYPES or PROFILE='MIGRATION', or raise MAXERRORS"
            + " and name an ERRFILE");
  }

  /**
   * Runs a plan to its end.
   *
   * @param remedyOfRejects what can be done about rows that do not fit
   * @throws TransferException when it fails; then nothing is published
   */
  static ExportReport run(Job<?> job, ExportPlan plan, String remedyOfRejects) {
    ExportRun run = new ExportRun(job, plan, remedyOfRejects);
    RunLog.starts(job, plan.units().size(), plan.reading().concurrency());
    try {
      return run.run();
    } finally {
      RunLog.ended(job, run.reportOfFailure(), run.pages.repeated());
    }
  }

  private ExportReport run() {
    try {
      if (plan.checkpoint().isEmpty()) {
        return write(null);
      }
      ExportCheckpoint checkpoint = plan.checkpoint().get();
      try (ExportParts done =
          ExportParts.open(
              checkpoint.plan(),
              checkpoint.format(),
              plan.files(),
              checkpoint.targetBytes(),
              checkpoint.targetIdentity())) {
        Optional<ExportReport> finished = done.finished();
        return finished.isPresent() ? finished.get() : write(done);
      }
    } catch (IOException | UncheckedIOException e) {
      throw failed(e).with(reportOfFailure());
    } catch (TransferException e) {
      throw e.with(reportOfFailure());
    }
  }

  private ExportReport reportOfFailure() {
    return published == null ? report(NOTHING, Optional.empty()) : published;
  }

  /**
   * Reads what is left, and publishes.
   *
   * @param parts what is done, or null for an export that keeps no checkpoint
   */
  private ExportReport write(@Nullable ExportParts parts) throws IOException {
    before = parts;
    plan.files().check();
    List<ScanUnit> left = left(parts);
    pages = new PageFeed(job, plan.reading(), left, Math.max(0, plan.limit() - rowsBefore()));
    job.meter().parts(plan.units().size() > 1 ? left.size() : 0);
    try (Committer committer = new Committer()) {
      committer.add(plan.files().staged());
      try (ExportOutput output = output(parts);
          ExportRejects kept = rejects.keptIn(committer)) {
        Optional<SameTable> table =
            plan.reading().table().map(read -> SameTable.of(job, plan.requests(), read));
        try {
          writeAll(output);
        } catch (TransferException e) {
          throw table.map(same -> same.reason(e, ANEW)).orElse(e);
        }
        tableIsGone = table.isPresent() && table.get().isGone(ANEW);
        RowSink.Summary summary = output.finish();
        kept.finish();
        job.checkCancelled();
        Optional<FileDigest> digest = output.digest();
        ExportReport toPublish = report(summary, digest);
        plan.files().describe(toPublish, digest);
        if (parts != null) {
          parts.publishing(toPublish);
        }
        committer.publish();
        job.meter().bytes(summary.bytes());
        ExportReport report = report(summary, digest);
        published = report;
        if (parts != null) {
          parts.finish(report);
        }
        return report;
      }
    }
  }

  private ExportOutput output(@Nullable ExportParts parts) throws IOException {
    if (parts != null) {
      ExportCheckpoint checkpoint = plan.checkpoint().orElseThrow();
      return new CheckpointedFile(
          parts,
          checkpoint.format(),
          checkpoint.partBytes(),
          plan.digests().orElseThrow(),
          job::checkCancelled);
    }
    return plan.files() instanceof SingleFile file
        ? new WholeFile(plan.format().open(file.staged().output()), plan.digests())
        : new SeveralFiles(plan.files(), plan.format(), plan.digests());
  }

  /** Returns the units without the stretches of the ring that are done. */
  private List<ScanUnit> left(@Nullable ExportParts parts) {
    if (parts == null) {
      return plan.units();
    }
    Coverage covered = parts.covered();
    List<ScanUnit> left = new ArrayList<>();
    for (ScanUnit unit : plan.units()) {
      if (unit.span() == null) {
        left.add(unit);
      } else {
        covered.missing(unit.span()).forEach(span -> left.add(unit.within(span)));
      }
    }
    return left;
  }

  private long rowsBefore() {
    return before == null ? 0 : before.rowsBefore();
  }

  private static final RowSink.Summary NOTHING = new RowSink.Summary(0, 0, 0, List.of());

  private void writeAll(ExportOutput output) {
    Helpers helpers = new Helpers(job, plan.writers() - 1);
    pages.begin();
    try {
      encode(output, helpers);
    } catch (RuntimeException | Error e) {
      helpers.joinAfter(e);
      throw e;
    }
    helpers.join();
  }

  /** Encodes pages until there are no more: the work of each of the threads. */
  private void encode(ExportOutput output, Helpers helpers) {
    try (ExportOutput.Lane lane = output.lane()) {
      Encoding encoding = new Encoding(lane);
      while (pages.next(encoding)) {
        if (pages.isBehind()) {
          helpers.start(() -> encode(output, helpers));
        }
      }
      lane.finish();
    } catch (IOException e) {
      pages.fail(failed(e));
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) { // the file of rejects
      pages.fail(failed(e));
      throw e;
    } catch (RuntimeException | Error e) {
      pages.fail(job.failed(e));
      throw e;
    }
  }

  /** What one thread does with its pages. */
  private final class Encoding implements PageFeed.Encoding<IOException> {
    private final ExportOutput.Lane lane;
    private long rejectedOfChunk;

    Encoding(ExportOutput.Lane lane) {
      this.lane = lane;
    }

    @Override
    public void encode(ScanUnit unit, RowChunk rows) throws IOException {
      read.add(rows.size());
      rejectedOfChunk = 0;
      try {
        job.meter().addBytes(lane.write(unit, rows, this::reject));
      } finally {
        if (rejectedOfChunk > 0) { // told here, because what writes may hold a lock
          job.metrics().rowsRejected(rejectedOfChunk);
        }
      }
      job.meter().add(rows.size());
      if (rows.size() > 0) {
        job.metrics().rowsArrived(rows.size(), rows.bytes());
      }
    }

    private void reject(RowView row, int column, String reason) {
      rejectedOfChunk++;
      rejects.add(row, column, reason);
    }

    @Override
    public void ended(ScanUnit unit) throws IOException {
      lane.ended(unit);
    }
  }

  private TransferException failed(Exception cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Writing " + plan.files().staged().name() + " failed: " + cause.getMessage(),
            "Nothing was published; check the disk or the storage and run it again")
        .causedBy(cause);
  }

  private ExportReport report(RowSink.Summary summary, Optional<FileDigest> digest) {
    List<String> warnings = new ArrayList<>(plan.printed().warnings());
    warnings.addAll(pages.warnings());
    warnings.addAll(rejects.warnings());
    if (tableIsGone) {
      warnings.add("The table was dropped meanwhile; all pages had come before");
    }
    if (rowsBefore() > 0) {
      warnings.add(rowsBefore() + " of the rows were there from a run before, by its checkpoint");
    }
    List<String> files = new ArrayList<>();
    if (summary != NOTHING) {
      files.addAll(plan.files().names());
      files.addAll(rejects.files());
    }
    return new ExportReport(
        plan.subject(),
        rowsBefore() + read.sum(),
        summary.rows(),
        rejects.count(),
        0,
        summary.bytes(),
        summary.rowGroups(),
        files,
        plan.requests().consistency(),
        started,
        Instant.now(),
        warnings,
        summary.losses(),
        pages.unitsDone() + (before == null ? 0 : before.rangesBefore()),
        digest.map(all -> all.sums().total().hex(0)));
  }
}
