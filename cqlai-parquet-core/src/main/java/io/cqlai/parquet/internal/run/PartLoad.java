package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.checkpoint.ImportMarks;
import io.cqlai.parquet.internal.load.Loader;
import io.cqlai.parquet.internal.load.RowBatcher;
import io.cqlai.parquet.internal.load.RowBinder;
import io.cqlai.parquet.internal.load.RowPlace;
import io.cqlai.parquet.internal.load.RowSpan;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.internal.plan.PlannedFile;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.RowReader;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What one thread of an import does: it reads parts of files and gives their rows to the loader.
 */
final class PartLoad {

  /** How many refused rows may gather before they are written to the ERRFILE. */
  private static final int ROWS_BETWEEN_KEEPS = 1_000;

  /** How many rows are passed over between two looks whether the job goes on. */
  private static final long ROWS_BETWEEN_CHECKS = 10_000;

  private final Job<?> job;
  private final ImportPlan plan;
  private final Loader loader;
  private final ImportMarks marks;
  private final Stretches stretches;
  private final RowBatcher batcher;
  private final ImportParts parts;
  private final ImportRejects rejects;
  private final ImportTally tally;
  private final Pace pace;
  @Nullable private RowReader current;

  PartLoad(
      Job<?> job,
      ImportPlan plan,
      Loader loader,
      ImportMarks marks,
      ImportParts parts,
      ImportRejects rejects,
      ImportTally tally,
      Pace pace) {
    this.job = job;
    this.plan = plan;
    this.loader = loader;
    this.marks = marks;
    this.stretches = new Stretches(marks);
    this.batcher = loader.batcher(plan.readers());
    this.parts = parts;
    this.rejects = rejects;
    this.tally = tally;
    this.pace = pace;
  }

  /** Reads parts until there are no more, or until nothing more should be written. */
  void run() {
    while (!loader.isEnding()) {
      ImportParts.Part part = parts.next();
      if (part == null) {
        break;
      }
      if (!part.rows().isEmpty()) {
        read(part);
      }
      job.meter().bytes(tally.bytes());
      job.meter().partDone();
    }
    flush();
  }

  /** Sends the rows that wait for others. */
  private void flush() {
    while (!batcher.flush()) {
      job.await(batcher.roomToFlush(), writing());
    }
  }

  private void read(ImportParts.Part part) {
    tally.rowGroup();
    PlannedFile file = plan.files().get(part.file());
    List<RowSpan> missing = marks.missing(part.file(), part.number(), part.rows());
    boolean counted = file.source().rows(part.number()).isPresent();
    if (missing.isEmpty() && counted) {
      return;
    }
    try (RowReader reader =
        file.source()
            .open(
                part.number(),
                plan.chunkRows(),
                (row, converted) -> refused(part, row, converted))) {
      current = reader;
      try {
        stretches.open();
        for (RowSpan rows : missing) {
          read(reader, part, rows);
        }
        long last = missing.isEmpty() ? 0 : missing.get(missing.size() - 1).end();
        if (!counted && last < part.rows().end()) { // what is done at the end is to be counted
          skip(reader, part.rows().end() - reader.position());
        }
      } finally {
        tally.lost(reader.losses());
        parts.passed(part, reader.position());
      }
    }
  }

  private void read(RowReader reader, ImportParts.Part part, RowSpan rows) {
    if (loader.isEnding()) {
      return;
    }
    skip(reader, rows.first() - reader.position());
    reader.endAt(rows.end());
    stretches.begin(part, rows.first());
    for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
      if (!write(chunk, part)) {
        return;
      }
      stretches.lost(reader.losses());
      job.meter().add(chunk.size());
      job.checkCancelled();
      rejects.keep();
    }
    stretches.end(reader.position());
  }

  private void skip(RowReader reader, long count) {
    long left = count;
    long step = 1;
    while (left > 0 && step > 0) {
      step = reader.skip(Math.min(left, ROWS_BETWEEN_CHECKS));
      left -= step;
      job.checkCancelled();
    }
  }

  /** Counts a row that was refused, and looks whether to go on: of a chunk they may all be. */
  private void refused(ImportParts.Part part, RejectedRow row, RowView converted) {
    tally.row();
    loader.unfit(
        plan.files().get(part.file()).binder(),
        converted,
        new RowPlace(part.file(), part.number(), row.position()),
        row.column(),
        row.reason());
    job.checkCancelled();
    if (row.position() % ROWS_BETWEEN_KEEPS == 0) {
      rejects.keep();
    }
    if (loader.isEnding() && current != null) {
      current.endAt(row.position() + 1);
    }
  }

  /** Sends the rows of a chunk; returns false when no further row should be sent. */
  private boolean write(RowChunk chunk, ImportParts.Part part) {
    RowBinder binder = plan.files().get(part.file()).binder();
    long position = chunk.firstPosition();
    if (stretches.isLong(position)) {
      cut(part, position);
    }
    for (RowView row : chunk.rows()) {
      if (stretches.isTime()) {
        cut(part, position);
        flush();
        marks.note();
        stretches.tick();
      }
      long bytes = row.bytes();
      while (!batcher.hasRoom(bytes)) {
        job.await(batcher.room(bytes), writing());
      }
      if (loader.isEnding()) {
        return false;
      }
      tally.row();
      pace.pass(job, 1, bytes, loader::isEnding);
      batcher.write(binder, row, stretches.current(), position, bytes);
      position++;
    }
    return true;
  }

  private void cut(ImportParts.Part part, long row) {
    stretches.end(row);
    stretches.begin(part, row);
  }

  private String writing() {
    return "Writing to " + plan.table().cqlName();
  }
}
