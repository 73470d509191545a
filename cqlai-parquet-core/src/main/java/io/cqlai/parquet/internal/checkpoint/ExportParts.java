package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.scan.Coverage;
import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.io.LocalInputFile;

/**
 * The parts of an export that keeps a checkpoint: each a file with all rows of some stretches of
 * the ring. Parts of runs before count as those of this one. Safe for use by several threads.
 */
public final class ExportParts implements AutoCloseable {

  private static final String PART = "part";
  private static final String STAGED = "staged";
  private static final String FINISHED = "finished";

  /** A file in the making outside the checkpoint. */
  private record Staged(String file) {}

  private final Checkpoint checkpoint;
  private final ParquetFormat format;
  private final List<DonePart> before;
  private final ConcurrentLinkedQueue<DonePart> parts;
  private final AtomicInteger number;

  private ExportParts(Checkpoint checkpoint, ParquetFormat format, List<DonePart> before) {
    this.checkpoint = checkpoint;
    this.format = format;
    this.before = List.copyOf(before);
    this.parts = new ConcurrentLinkedQueue<>(before);
    this.number = new AtomicInteger(before.stream().mapToInt(ExportParts::number).max().orElse(0));
  }

  /**
   * Opens the checkpoint of an export.
   *
   * @param format how each part is written
   * @throws io.cqlai.parquet.error.TransferException as {@link Checkpoint#open}
   */
  public static ExportParts open(CheckpointPlan plan, ParquetFormat format) {
    Checkpoint checkpoint = Checkpoint.open(plan);
    try {
      List<DonePart> there = new ArrayList<>();
      for (DonePart part : checkpoint.entries(PART, DonePart.class)) {
        if (isThere(checkpoint, part)) {
          there.add(part);
        }
      }
      for (Staged left : checkpoint.entries(STAGED, Staged.class)) {
        Files.deleteIfExists(Path.of(left.file()));
      }
      checkpoint.keepOnly(there.stream().map(DonePart::file).toList());
      return new ExportParts(checkpoint, format, there);
    } catch (IOException e) {
      checkpoint.close();
      throw checkpoint.unusable(e);
    } catch (RuntimeException | Error e) {
      checkpoint.close();
      throw e;
    }
  }

  private static boolean isThere(Checkpoint checkpoint, DonePart part) {
    Path file = checkpoint.file(part.file());
    try {
      return part.file().isEmpty() || Files.size(file) == part.bytes();
    } catch (IOException e) {
      return false; // its stretches are read again
    }
  }

  private static int number(DonePart part) {
    String digits = part.file().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /**
   * Returns the report of the run that finished the export.
   *
   * @param targetBytes the size of the file that stands at the target; empty where there is none
   * @return empty when it is not finished, or its file does not stand there any more
   */
  public Optional<ExportReport> finished(Optional<Long> targetBytes) {
    List<FinishedExport> reports = checkpoint.entries(FINISHED, FinishedExport.class);
    if (reports.isEmpty()) {
      return Optional.empty();
    }
    FinishedExport last = reports.get(reports.size() - 1);
    return targetBytes.filter(bytes -> bytes == last.bytes()).isPresent()
        ? Optional.of(last.report("It was finished before; the file is as it was written then"))
        : Optional.empty();
  }

  /** Returns the stretches of the ring that parts of runs before hold. */
  public Coverage covered() {
    return new Coverage(before.stream().flatMap(part -> part.spans().stream()).toList());
  }

  /** Returns how many stretches of the ring parts of runs before hold. */
  public long rangesBefore() {
    return before.stream().mapToLong(part -> part.spans().size()).sum();
  }

  /** Returns how many rows parts of runs before hold. */
  public long rowsBefore() {
    return before.stream().mapToLong(DonePart::rows).sum();
  }

  /** Returns another part, to be written. */
  public StagedFile newPart() {
    String name = "part-%06d.parquet".formatted(number.incrementAndGet());
    return Storages.stageOwn(checkpoint.file(name));
  }

  /**
   * Adds a part that is written; it counts from the moment at which this returns.
   *
   * @param spans the stretches whose rows it holds, all of them; none for a part that counts in
   *     this run only
   * @throws IOException when it cannot be flushed to the disk
   */
  public void add(StagedFile part, List<TokenSpan> spans, RowSink.Summary written)
      throws IOException {
    String name = "";
    if (written.rows() == 0) {
      part.close();
    } else {
      part.publish();
      name = String.valueOf(Path.of(part.name()).getFileName());
    }
    DonePart done = new DonePart(name, spans, written.rows(), written.bytes(), written.losses());
    if (!spans.isEmpty()) {
      checkpoint.add(PART, done);
    }
    parts.add(done);
  }

  /**
   * Joins all parts to one file, which is not published yet.
   *
   * @throws IOException when the target or a part fails
   */
  public RowSink.Summary join(StagedFile whole) throws IOException {
    whole
        .temporaryFile()
        .ifPresent(file -> checkpoint.add(STAGED, new Staged(file.toAbsolutePath().toString())));
    LossCounters losses = new LossCounters();
    List<ParquetSource> sources = new ArrayList<>();
    for (DonePart part : parts) {
      losses.add(part.losses());
      if (!part.file().isEmpty()) {
        Path file = checkpoint.file(part.file());
        sources.add(ParquetSource.open(new LocalInputFile(file), file.toString()));
      }
    }
    if (sources.isEmpty()) {
      try (RowSink empty = format.open(whole.output())) {
        return empty.finish();
      }
    }
    try (JoinedFile file =
        JoinedFile.open(whole.output(), sources.get(0), format.settings(), format.metadata())) {
      for (ParquetSource source : sources) {
        file.add(source);
      }
      long rows = file.finish();
      return new RowSink.Summary(rows, file.bytes(), file.rowGroups(), losses.losses());
    }
  }

  /** Notes that the file is published: the parts are of no use any more. */
  public void finish(ExportReport report) {
    checkpoint.add(FINISHED, FinishedExport.of(report));
    checkpoint.keepOnly(List.of());
  }

  /** Releases the checkpoint; what it holds stays. */
  @Override
  public void close() {
    checkpoint.close();
  }
}
