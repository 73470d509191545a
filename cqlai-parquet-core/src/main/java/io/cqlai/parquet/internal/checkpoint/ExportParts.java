package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.parquet.io.LocalInputFile;

/**
 * The parts of an export that keeps a checkpoint: each a file with all rows of some stretches of
 * the ring. Parts of runs before count as those of this one. Safe for use by several threads.
 */
public final class ExportParts implements AutoCloseable {

  private static final String PART = "part";
  private static final String STAGED = "staged";

  /** The last name of a local file that is written and not published yet. */
  private static final Pattern STAGED_NAME = Pattern.compile("\\.[^/\\\\]*\\.tmp");

  /** A file in the making beside the target, by its last name. */
  private record Staged(String file) {}

  private final Checkpoint checkpoint;
  private final ParquetFormat format;
  private final StagedFile target;
  private final List<DonePart> before;
  private final ConcurrentLinkedQueue<DonePart> parts;
  private final AtomicInteger number;
  private Optional<FileDigest> digest = Optional.empty();

  private ExportParts(
      Checkpoint checkpoint, ParquetFormat format, StagedFile target, List<DonePart> before) {
    this.checkpoint = checkpoint;
    this.format = format;
    this.target = target;
    this.before = List.copyOf(before);
    this.parts = new ConcurrentLinkedQueue<>(before);
    this.number =
        new AtomicInteger(
            checkpoint.entries(PART, DonePart.class).stream()
                .mapToInt(ExportParts::number)
                .max()
                .orElse(0));
  }

  /**
   * Opens the checkpoint of an export. One that has finished begins anew, unless its file stands
   * where it was written.
   *
   * @param format how each part is written
   * @param target the file at the end
   * @param targetBytes the size of the file that stands there now; empty where there is none
   * @throws io.cqlai.parquet.error.TransferException as {@link Checkpoint#open}
   */
  public static ExportParts open(
      CheckpointPlan plan, ParquetFormat format, StagedFile target, Optional<Long> targetBytes) {
    Checkpoint checkpoint = Checkpoint.open(plan);
    try {
      deleteLeftOvers(checkpoint, target);
      Optional<FinishedJob> finished = checkpoint.finished();
      if (finished.isPresent() && !targetBytes.equals(Optional.of(finished.get().bytes()))) {
        checkpoint.beginAnew(); // the parts are gone, and what they held may have changed
      }
      Map<String, DonePart> there = new LinkedHashMap<>();
      for (DonePart part : checkpoint.entries(PART, DonePart.class)) {
        if (isThere(checkpoint, part)) {
          there.put(part.file().isEmpty() ? "without a file, " + there.size() : part.file(), part);
        }
      }
      checkpoint.keepOnly(List.copyOf(there.keySet()));
      return new ExportParts(checkpoint, format, target, List.copyOf(there.values()));
    } catch (IOException e) {
      checkpoint.close();
      throw checkpoint.unusable(e);
    } catch (RuntimeException | Error e) {
      checkpoint.close();
      throw e;
    }
  }

  /** A run that was killed while it joined the parts leaves a file beside the target. */
  private static void deleteLeftOvers(Checkpoint checkpoint, StagedFile target) throws IOException {
    Path own = target.temporaryFile().orElse(null);
    if (own == null) {
      return;
    }
    for (Staged left : checkpoint.entries(STAGED, Staged.class)) {
      if (STAGED_NAME.matcher(left.file()).matches()) {
        Files.deleteIfExists(own.resolveSibling(left.file()));
      }
    }
  }

  private static boolean isThere(Checkpoint checkpoint, DonePart part) {
    if (part.file().isEmpty()) {
      return true;
    }
    try {
      return Checkpoint.isOwn(part.file())
          && Files.size(checkpoint.file(part.file())) == part.bytes();
    } catch (IOException e) {
      return false; // its stretches are read again
    }
  }

  private static int number(DonePart part) {
    String digits = part.file().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** Returns the report of the run that finished the export; empty when it is not finished. */
  public Optional<ExportReport> finished() {
    return checkpoint
        .finished()
        .map(
            last ->
                last.exported(
                    "It was finished before; the file is as it was written then", carried()));
  }

  /** Returns the digest that the published file carries; empty where it is not local. */
  private Optional<String> carried() {
    if (target.temporaryFile().isEmpty()) {
      return Optional.empty();
    }
    ParquetSource file =
        ParquetSource.open(new LocalInputFile(Path.of(target.name())), target.name());
    return FileMetadata.digest(file.metadata()).map(carried -> carried.sums().total().hex(0));
  }

  /** Returns the stretches of the ring that parts of runs before hold. */
  public Coverage covered() {
    Coverage covered = new Coverage();
    before.forEach(part -> part.spans().forEach(covered::add));
    return covered;
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
   * Joins all parts to the target, which is not published yet.
   *
   * @param nothing the digest of a file without rows
   * @throws IOException when the target or a part fails
   */
  public RowSink.Summary join(FileDigest nothing) throws IOException {
    target
        .temporaryFile()
        .ifPresent(file -> checkpoint.add(STAGED, new Staged(String.valueOf(file.getFileName()))));
    LossCounters losses = new LossCounters();
    parts.forEach(part -> losses.add(part.losses()));
    List<DonePart> files = parts.stream().filter(part -> !part.file().isEmpty()).toList();
    List<ParquetSource> sources = files.stream().map(this::source).toList();
    digest = sum(nothing, sources);
    Map<String, String> metadata = new HashMap<>(format.metadata());
    digest.ifPresent(all -> metadata.putAll(FileMetadata.digest(all)));
    if (files.isEmpty()) {
      try (RowSink empty = format.open(target.output())) {
        empty.describe(metadata);
        return empty.finish();
      }
    }
    try (JoinedFile file =
        JoinedFile.open(target.output(), sources.get(0), format.settings(), metadata)) {
      for (ParquetSource part : sources) {
        file.add(part);
      }
      long rows = file.finish();
      return new RowSink.Summary(rows, file.bytes(), file.rowGroups(), losses.losses());
    }
  }

  /** Adds up the digests of the parts; there is none where one of them has none like it. */
  private static Optional<FileDigest> sum(FileDigest nothing, List<ParquetSource> parts) {
    for (ParquetSource part : parts) {
      Optional<FileDigest> one = FileMetadata.digest(part.metadata());
      if (one.isEmpty() || !one.get().isLike(nothing)) {
        return Optional.empty();
      }
      nothing.sums().addAll(one.get().sums());
    }
    return Optional.of(nothing);
  }

  /** Returns the digest of what was {@linkplain #join joined}; empty where parts have none. */
  public Optional<FileDigest> digest() {
    return digest;
  }

  private ParquetSource source(DonePart part) {
    Path file = checkpoint.file(part.file());
    return ParquetSource.open(new LocalInputFile(file), file.toString());
  }

  /** Notes that the file is published: the parts are of no use any more. */
  public void finish(ExportReport report) {
    checkpoint.finish(report);
    checkpoint.keepOnly(List.of());
  }

  /** Releases the checkpoint; what it holds stays. */
  @Override
  public void close() {
    checkpoint.close();
  }
}
