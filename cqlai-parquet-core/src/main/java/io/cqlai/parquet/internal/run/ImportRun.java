package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.load.Backoff;
import io.cqlai.parquet.internal.load.LoadSettings;
import io.cqlai.parquet.internal.load.Loader;
import io.cqlai.parquet.internal.load.RowPlace;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.internal.plan.PlannedFile;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RejectedRows;
import io.cqlai.parquet.spi.RowReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.annotation.Nullable;

/** The run of an import's plan: row groups in, statements out, rejects kept. */
public final class ImportRun {

  /** How long a cancelled import waits for the answers to what it has sent. */
  private static final long LAST_ANSWERS_SECONDS = 2;

  /** How many refused rows may gather before they are written to the ERRFILE. */
  private static final int ROWS_BETWEEN_KEEPS = 1_000;

  private final Job<?> job;
  private final ImportPlan plan;
  private final Loader loader;
  private final RowWindow window;
  private final Pace pace;
  private final ImportRejects rejects;
  private final ImportTally tally;
  private final LossCounters losses = new LossCounters();
  @Nullable private RowReader current;

  private ImportRun(Job<?> job, ImportPlan plan) {
    Instant started = Instant.now();
    this.job = job;
    this.plan = plan;
    this.loader =
        new Loader(
            plan.requests(),
            new LoadSettings(
                plan.concurrency(),
                LoadSettings.bytesForHeap(Runtime.getRuntime().maxMemory()),
                plan.maxErrors(),
                plan.writeTime().baseMicros(started),
                plan.ttl().orElse(0),
                Backoff.DEFAULT));
    this.window = new RowWindow(plan.skipRows(), plan.maxRows());
    this.pace = new Pace(plan.rate());
    this.rejects = new ImportRejects(plan, loader);
    this.tally = new ImportTally(plan, loader, started);
  }

  /**
   * Runs a plan to its end.
   *
   * @throws TransferException when it fails; rows that were written before stay, and its report
   *     counts them
   */
  public static ImportReport run(Job<?> job, ImportPlan plan) {
    ImportRun run = new ImportRun(job, plan);
    try (ImportRejects closed = run.rejects) {
      return run.run();
    }
  }

  private ImportReport run() {
    try {
      readAll();
      settle();
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
    return tally.report(losses.losses(), window.skipped(), kept);
  }

  private void readAll() {
    job.meter().parts(partsToRead());
    for (int file = 0; file < plan.files().size() && !isOver(); file++) {
      PlannedFile planned = plan.files().get(file);
      tally.opens(planned);
      for (int group = 0; group < planned.source().parts() && !isOver(); group++) {
        OptionalLong rows = planned.source().rows(group);
        RowWindow.Part part = rows.isPresent() ? window.next(rows.getAsLong()) : window.ahead();
        if (!part.isEmpty()) {
          read(planned, file, group, part);
        }
        job.meter().bytes(tally.bytes());
        job.meter().partDone();
      }
    }
  }

  /** Counts the parts up to the last that is read. */
  private long partsToRead() {
    RowWindow ahead = new RowWindow(plan.skipRows(), plan.maxRows());
    long parts = 0;
    for (PlannedFile file : plan.files()) {
      for (int group = 0; group < file.source().parts() && !ahead.isOver(); group++) {
        ahead.next(file.source().rows(group).orElse(0));
        parts++;
      }
    }
    return parts;
  }

  private boolean isOver() {
    return window.isOver() || loader.isEnding();
  }

  private void read(PlannedFile file, int number, int group, RowWindow.Part part) {
    tally.rowGroup();
    RejectedRows refused =
        (row, converted) -> {
          tally.row();
          RowPlace place = new RowPlace(number, group, row.position());
          loader.unfit(file.binder(), converted, place, row.column(), row.reason());
          passed(row.position());
        };
    try (RowReader reader = file.source().open(group, plan.chunkRows(), refused)) {
      current = reader;
      try {
        read(reader, file, number, group, part);
      } finally {
        losses.add(reader.losses());
        if (file.source().rows(group).isEmpty()) {
          window.next(reader.position());
        }
      }
    }
  }

  private void read(
      RowReader reader, PlannedFile file, int number, int group, RowWindow.Part part) {
    reader.skip(part.first());
    reader.endAt(part.end());
    for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
      if (!write(file, number, group, chunk)) {
        return;
      }
      job.meter().add(chunk.size());
      job.checkCancelled();
      rejects.keep();
    }
  }

  /** Looks, behind a row that was refused, whether to go on: of a chunk they may all be. */
  private void passed(long position) {
    job.checkCancelled();
    if (position % ROWS_BETWEEN_KEEPS == 0) {
      rejects.keep();
    }
    if (loader.isEnding() && current != null) {
      current.endAt(position + 1);
    }
  }

  /** Sends the rows of a chunk; returns false when no further row should be sent. */
  private boolean write(PlannedFile file, int number, int group, RowChunk chunk) {
    long position = chunk.firstPosition();
    for (RowView row : chunk.rows()) {
      long bytes = bytesOf(row);
      while (!loader.hasRoom(bytes)) {
        job.await(loader.room(bytes), "Writing to " + plan.table().cqlName());
      }
      if (loader.isEnding()) {
        return false;
      }
      tally.row();
      pace.pass(job, 1, bytes, loader::isEnding);
      loader.write(file.binder(), row, new RowPlace(number, group, position), bytes);
      position++;
    }
    return true;
  }

  private static long bytesOf(RowView row) {
    long bytes = 0;
    for (int i = 0; i < row.size(); i++) {
      ByteBuffer cell = row.cell(i);
      bytes += cell == null ? 0 : cell.remaining();
    }
    return bytes;
  }

  /** Waits until every row that was sent has been answered for. */
  private void settle() {
    while (!loader.flush()) {
      job.await(loader.roomToFlush(), "Writing to " + plan.table().cqlName());
    }
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
    return told.with(tally.report(losses.losses(), window.skipped(), kept));
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
