package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.checkpoint.ImportMarks;
import io.cqlai.parquet.internal.cql.Backoff;
import io.cqlai.parquet.internal.load.LoadSettings;
import io.cqlai.parquet.internal.load.Loader;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.report.ImportReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The run of an import's plan: row groups in, statements out, rejects kept. */
public final class ImportRun {

  /** How long a cancelled import waits for the answers to what it has sent. */
  private static final long LAST_ANSWERS_SECONDS = 2;

  private final Job<?> job;
  private final ImportPlan plan;
  private final ImportMarks marks;
  private final Loader loader;
  private final ImportParts parts;
  private final Pace pace;
  private final ImportRejects rejects;
  private final ImportTally tally;

  private ImportRun(Job<?> job, ImportPlan plan, ImportMarks marks, Instant started) {
    this.job = job;
    this.plan = plan;
    this.marks = marks;
    this.loader =
        new Loader(
            plan.requests(),
            new LoadSettings(
                plan.concurrency(),
                LoadSettings.bytesForHeap(Runtime.getRuntime().maxMemory()),
                plan.maxErrors(),
                marks.writeTimeMicros(),
                marks.listTimeMicros(),
                plan.ttl().orElse(0),
                Backoff.PATIENT),
            job.name(),
            job.metrics());
    this.pace = new Pace(plan.rate());
    this.rejects = new ImportRejects(job, plan, loader);
    this.tally = new ImportTally(plan, loader, marks, started);
    this.parts = new ImportParts(plan, tally);
  }

  /**
   * Runs a plan to its end. What is done counts in its checkpoint, however the run ends.
   *
   * @throws TransferException when it fails; rows that were written before stay, and its report
   *     counts them
   */
  public static ImportReport run(Job<?> job, ImportPlan plan) {
    Instant started = Instant.now();
    try (ImportMarks marks =
        ImportMarks.open(plan.checkpoint(), plan.writeTime().baseMicros(started))) {
      Optional<ImportReport> finished = marks.finished();
      return finished.isPresent() ? finished.get() : run(job, plan, marks, started);
    }
  }

  private static ImportReport run(Job<?> job, ImportPlan plan, ImportMarks marks, Instant started) {
    ImportRun run = new ImportRun(job, plan, marks, started);
    RunLog.starts(job, run.parts.count(), plan.concurrency());
    try (ImportRejects closed = run.rejects) {
      return run.run();
    } finally {
      RunLog.ended(
          job, run.tally.report(run.parts.skipped(), List.of()), run.loader.counts().repeated());
    }
  }

  private ImportReport run() {
    try {
      SameTable table = SameTable.of(job, plan.requests(), plan.table());
      readAll();
      settle();
      if (!loader.isEnding()) {
        table.require("The rows that were written before are gone; run it again");
      }
    } catch (TransferException e) {
      throw failed(e);
    } catch (RuntimeException | Error e) {
      loader.stop();
      throw e;
    }
    TransferException failure = loader.failure();
    if (failure != null) {
      throw failed(failure);
    }
    if (loader.tooManyRejects()) {
      throw failed(rejects.tooMany());
    }
    List<String> kept = rejects.publish();
    ImportReport report = tally.report(parts.skipped(), kept);
    try {
      marks.finish(report);
    } catch (TransferException e) {
      throw e.with(report);
    }
    return report;
  }

  /** Reads with this thread and with helpers, each some of the parts. */
  private void readAll() {
    job.meter().parts(parts.count());
    Helpers helpers = new Helpers(job, plan.readers() - 1);
    try {
      for (int i = 1; i < plan.readers(); i++) {
        helpers.start(this::readParts);
      }
      readParts();
    } catch (RuntimeException | Error e) {
      loader.stop();
      helpers.joinAfter(e);
      throw e;
    }
    helpers.join();
  }

  private void readParts() {
    try {
      new PartLoad(job, plan, loader, marks, parts, rejects, tally, pace).run();
    } catch (RuntimeException | Error e) {
      loader.stop(); // the other threads end as well
      throw e;
    }
  }

  /** Waits until every row that was sent has been answered for. */
  private void settle() {
    while (loader.open() > 0) {
      job.await(loader.settled(), "Writing to " + plan.table().cqlName());
    }
  }

  /** Lets everything come to rest, keeps the rejects, and returns the failure with its report. */
  private TransferException failed(TransferException failure) {
    loader.stop();
    List<String> kept = List.of();
    TransferException told = failure;
    if (failure.code() == ErrorCode.CANCELLED) {
      awaitLastAnswers();
    } else {
      try {
        settle();
        kept = rejects.publish();
      } catch (TransferException e) {
        told.addSuppressed(e);
      }
    }
    if (loader.counts().outcomeUnknown() > 0) {
      told = told.withUnknownOutcome();
    }
    return told.with(tally.report(parts.skipped(), kept));
  }

  private void awaitLastAnswers() {
    try {
      loader.settled().toCompletableFuture().get(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stillOpen) {
      return; // they time out by themselves; nothing waits for them
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("What tells of the last answer never fails", e);
    }
  }
}
