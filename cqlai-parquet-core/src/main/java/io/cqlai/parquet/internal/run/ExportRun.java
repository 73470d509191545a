package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RowEncoder;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/** The run of an export's plan: pages in, row groups out, published at the end or not at all. */
public final class ExportRun {

  private final Job<?> job;
  private final ExportPlan plan;
  private final String remedyOfRejects;
  private final Instant started = Instant.now();
  private final ReentrantLock lock = new ReentrantLock();
  private final PageFeed pages;
  private final LongAdder read = new LongAdder();
  private long rejected;
  @Nullable private String firstReject;
  @Nullable private RejectFile rejects;

  private ExportRun(Job<?> job, ExportPlan plan, String remedyOfRejects) {
    this.job = job;
    this.remedyOfRejects = remedyOfRejects;
    this.plan = plan;
    this.pages = new PageFeed(job, plan);
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
    return new ExportRun(job, plan, remedyOfRejects).run();
  }

  private ExportReport run() {
    job.meter().parts(plan.units().size() > 1 ? plan.units().size() : 0);
    try (Committer committer = new Committer()) {
      committer.add(plan.target());
      try (RowSink sink = plan.format().open(plan.target().output());
          RejectFile rejectFile = rejectFile(committer)) {
        rejects = rejectFile;
        writeAll(sink);
        RowSink.Summary summary = sink.finish();
        if (rejectFile != null) {
          rejectFile.finish();
        }
        job.checkCancelled();
        committer.publish();
        job.meter().bytes(summary.bytes());
        return report(summary);
      }
    } catch (IOException | UncheckedIOException e) {
      throw failed(e).with(report(NOTHING));
    } catch (TransferException e) {
      throw e.with(report(NOTHING));
    }
  }

  private static final RowSink.Summary NOTHING = new RowSink.Summary(0, 0, 0, List.of());

  @Nullable
  private RejectFile rejectFile(Committer committer) {
    return plan.rejects() == null ? null : new RejectFile(plan.rejects(), plan.rows(), committer);
  }

  private void writeAll(RowSink sink) {
    Helpers helpers = new Helpers(job, plan.writers() - 1);
    pages.begin();
    try {
      encode(sink, helpers);
    } catch (RuntimeException | Error e) {
      helpers.joinAfter(e);
      throw e;
    }
    helpers.join();
  }

  /** Encodes pages until there are no more: the work of each of the threads. */
  private void encode(RowSink sink, Helpers helpers) {
    try (RowEncoder encoder = newEncoder(sink)) {
      EncodedRows.Taker file = part -> append(sink, part);
      while (pages.next(rows -> encode(rows, encoder, file))) {
        if (pages.isBehind()) {
          helpers.start(() -> encode(sink, helpers));
        }
      }
      encoder.finish(file);
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

  private void encode(RowChunk rows, RowEncoder encoder, EncodedRows.Taker file)
      throws IOException {
    read.add(rows.size());
    long before = encoder.bytes();
    encoder.write(rows, this::reject, file);
    job.meter().addBytes(encoder.bytes() - before);
    job.meter().add(rows.size());
  }

  private RowEncoder newEncoder(RowSink sink) {
    lock.lock();
    try {
      return sink.encoder();
    } finally {
      lock.unlock();
    }
  }

  private void append(RowSink sink, EncodedRows part) throws IOException {
    lock.lock();
    try {
      sink.append(part);
    } finally {
      lock.unlock();
    }
  }

  private void reject(RowView row, int column, String reason) {
    lock.lock();
    try {
      keep(row, column, reason);
    } finally {
      lock.unlock();
    }
  }

  private void keep(RowView row, int column, String reason) {
    rejected++;
    if (firstReject == null) {
      firstReject =
          "column "
              + plan.rows().column(column).cqlName()
              + " of the row with "
              + key(row)
              + ": "
              + reason;
    }
    if (rejected > plan.maxErrors()) {
      throw TransferException.of(
              ErrorCode.TOO_MANY_ERRORS,
              (rejected == 1
                      ? "A row does not fit: "
                      : rejected
                          + " rows do not fit, and MAXERRORS is "
                          + plan.maxErrors()
                          + "; the first: ")
                  + firstReject,
              remedyOfRejects)
          .at(Place.table(plan.subject()));
    }
    if (rejects != null) {
      try {
        rejects.add(row, column, reason);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The row's primary key as CQL, or all its cells where the key is not known. */
  private String key(RowView row) {
    List<String> parts = new ArrayList<>();
    boolean keyed = plan.rows().columns().stream().anyMatch(c -> c.role().isKey());
    for (int i = 0; i < row.size(); i++) {
      Column column = plan.rows().column(i);
      if (column.role().isKey() || !keyed) {
        String value = row.cell(i) == null ? "null" : CellText.format(column.type(), row.cell(i));
        parts.add(column.cqlName() + " = " + value);
      }
    }
    return String.join(" AND ", parts);
  }

  private TransferException failed(Exception cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Writing " + plan.target().name() + " failed: " + cause.getMessage(),
            "Nothing was published; check the disk or the storage and run it again")
        .causedBy(cause);
  }

  private ExportReport report(RowSink.Summary summary) {
    List<String> warnings = new ArrayList<>(plan.printed().warnings());
    warnings.addAll(pages.warnings());
    if (rejected > 0 && firstReject != null) {
      warnings.add(rejected + " rows do not fit; the first: " + firstReject);
    }
    List<String> files = new ArrayList<>();
    if (summary != NOTHING) {
      files.add(plan.target().name());
      if (plan.rejects() != null && rejected > 0) {
        files.add(plan.rejects().file().name());
      }
    }
    return new ExportReport(
        plan.subject(),
        read.sum(),
        summary.rows(),
        rejected,
        0,
        summary.bytes(),
        summary.rowGroups(),
        files,
        plan.requests().consistency(),
        started,
        Instant.now(),
        warnings,
        summary.losses(),
        pages.unitsDone());
  }
}
