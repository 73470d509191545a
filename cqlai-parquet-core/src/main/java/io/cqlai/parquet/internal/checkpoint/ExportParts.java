package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.dataset.ExportFiles;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.internal.storage.LocalFile;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.parquet.io.OutputFile;

/**
 * The parts of an export that keeps a checkpoint: each a file with all rows of some stretches of
 * the ring. Parts of runs before count as those of this one. Safe for use by several threads.
 */
public final class ExportParts implements AutoCloseable {

  private static final String PART = "part";
  private static final String STAGED = "staged";
  private static final String PUBLISHING = "publishing";

  /** The last name of a local file that is written and not published yet. */
  private static final Pattern STAGED_NAME = Pattern.compile("\\.[^/\\\\]*\\.tmp");

  /** A file in the making beside the target, by its last name. */
  private record Staged(String file) {}

  /** A directory that is about to be published, and what is to be reported of it then. */
  private record Publishing(String identity, FinishedJob report) {}

  private final Checkpoint checkpoint;
  private final ParquetFormat format;
  private final ExportFiles target;
  private final Optional<FinishedJob> finished;
  private final List<DonePart> before;
  private final ConcurrentLinkedQueue<DonePart> parts;
  private final AtomicInteger number;
  private Optional<FileDigest> digest = Optional.empty();

  private ExportParts(
      Checkpoint checkpoint,
      ParquetFormat format,
      ExportFiles target,
      Optional<FinishedJob> finished,
      List<DonePart> before) {
    this.checkpoint = checkpoint;
    this.format = format;
    this.target = target;
    this.finished = finished;
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
   * @param target the file or files at the end
   * @param targetBytes the size of what stands there now; empty where that is nothing complete
   * @param targetIdentity what tells the directory that stands there from all others; empty where
   *     it is none, or not complete
   * @throws io.cqlai.parquet.error.TransferException as {@link Checkpoint#open}
   */
  public static ExportParts open(
      CheckpointPlan plan,
      ParquetFormat format,
      ExportFiles target,
      Optional<Long> targetBytes,
      Optional<String> targetIdentity) {
    Checkpoint checkpoint = Checkpoint.open(plan);
    try {
      deleteLeftOvers(checkpoint, target);
      Optional<FinishedJob> finished =
          checkpoint
              .finished()
              .or(() -> targetIdentity.flatMap(there -> published(checkpoint, there)));
      if (finished.isPresent() && !targetBytes.equals(Optional.of(finished.get().bytes()))) {
        checkpoint.beginAnew(); // the parts are gone, and what they held may have changed
        finished = Optional.empty();
      }
      Map<String, DonePart> there = new LinkedHashMap<>();
      for (DonePart part : checkpoint.entries(PART, DonePart.class)) {
        if (finished.isEmpty() && isThere(checkpoint, part)) {
          there.put(part.file().isEmpty() ? "without a file, " + there.size() : part.file(), part);
        }
      }
      checkpoint.keepOnly(List.copyOf(there.keySet()));
      return new ExportParts(checkpoint, format, target, finished, List.copyOf(there.values()));
    } catch (IOException e) {
      checkpoint.close();
      throw checkpoint.unusable(e);
    } catch (RuntimeException | Error e) {
      checkpoint.close();
      throw e;
    }
  }

  /** A run that was killed just after it had published a directory has finished. */
  private static Optional<FinishedJob> published(Checkpoint checkpoint, String there) {
    Optional<FinishedJob> published =
        checkpoint.entries(PUBLISHING, Publishing.class).stream()
            .filter(each -> each.identity().equals(there))
            .map(Publishing::report)
            .findFirst();
    published.ifPresent(checkpoint::finish);
    return published;
  }

  /** A run that was killed while it joined the parts leaves a file beside the target. */
  private static void deleteLeftOvers(Checkpoint checkpoint, ExportFiles target)
      throws IOException {
    Path own = target.staged().temporaryFile().orElse(null);
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
    return finished.map(
        last ->
            last.exported("It was finished before; the file is as it was written then", carried()));
  }

  /** Returns the digest that the published file carries; empty where it is not local. */
  private Optional<String> carried() {
    if (target.staged().temporaryFile().isEmpty()) {
      return Optional.empty();
    }
    String name = target.staged().name();
    ParquetSource file = ParquetSource.open(new LocalFile(Path.of(name)), name);
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
   * Joins all parts to the target's files, which are not published yet.
   *
   * @param digests how the digests of rows are made
   * @param step is called for each part; what it throws ends the joining
   * @throws IOException when the target or a part fails
   */
  public RowSink.Summary join(RowDigests digests, Runnable step) throws IOException {
    target
        .staged()
        .temporaryFile()
        .ifPresent(file -> checkpoint.add(STAGED, new Staged(String.valueOf(file.getFileName()))));
    digest = Optional.of(digests.ofNothing());
    LossCounters losses = new LossCounters();
    parts.forEach(part -> losses.add(part.losses()));
    long rows = 0;
    long bytes = 0;
    long rowGroups = 0;
    for (List<DonePart> group : groups()) {
      ExportFiles.NewFile file = target.next();
      RowSink.Summary one = join(group, file.output(), digests, step);
      file.written(one);
      rows += one.rows();
      bytes += one.bytes();
      rowGroups += one.rowGroups();
    }
    return new RowSink.Summary(rows, bytes, rowGroups, losses.losses());
  }

  /** Returns the parts with rows, as they come together into files; at least one file. */
  private List<List<DonePart>> groups() {
    List<List<DonePart>> groups = new ArrayList<>();
    List<DonePart> group = new ArrayList<>();
    long bytes = 0;
    for (DonePart part : parts) {
      if (part.file().isEmpty()) {
        continue;
      }
      if (bytes + part.bytes() > target.mostBytes() && !group.isEmpty()) {
        groups.add(group);
        group = new ArrayList<>();
        bytes = 0;
      }
      group.add(part);
      bytes += part.bytes();
    }
    if (!group.isEmpty() || groups.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private RowSink.Summary join(
      List<DonePart> group, OutputFile output, RowDigests digests, Runnable step)
      throws IOException {
    List<ParquetSource> sources = group.stream().map(this::source).toList();
    Optional<FileDigest> sum = sum(digests.ofNothing(), sources);
    digest =
        digest.isPresent() && sum.isPresent() ? plus(digest.get(), sum.get()) : Optional.empty();
    Map<String, String> metadata = new HashMap<>(format.metadata());
    sum.ifPresent(all -> metadata.putAll(FileMetadata.digest(all)));
    if (sources.isEmpty()) {
      try (RowSink empty = format.open(output)) {
        empty.describe(metadata);
        return empty.finish();
      }
    }
    try (JoinedFile file = JoinedFile.open(output, sources.get(0), format.settings(), metadata)) {
      for (ParquetSource part : sources) {
        step.run();
        file.add(part);
      }
      long rows = file.finish();
      return new RowSink.Summary(rows, file.bytes(), file.rowGroups(), List.of());
    }
  }

  /** Adds up the digests of the parts; there is none where one of them has none like it. */
  private static Optional<FileDigest> sum(FileDigest nothing, List<ParquetSource> parts) {
    Optional<FileDigest> all = Optional.of(nothing);
    for (ParquetSource part : parts) {
      Optional<FileDigest> one = FileMetadata.digest(part.metadata());
      all = all.isPresent() && one.isPresent() ? plus(all.get(), one.get()) : Optional.empty();
    }
    return all;
  }

  private static Optional<FileDigest> plus(FileDigest all, FileDigest more) {
    if (!more.isLike(all)) {
      return Optional.empty();
    }
    all.sums().addAll(more.sums());
    return Optional.of(all);
  }

  /** Returns the digest of what was {@linkplain #join joined}; empty where parts have none. */
  public Optional<FileDigest> digest() {
    return digest;
  }

  private ParquetSource source(DonePart part) {
    Path file = checkpoint.file(part.file());
    return ParquetSource.open(new LocalFile(file), file.toString());
  }

  /** Notes that what was joined is about to be published. */
  public void publishing(ExportReport report) {
    target
        .identity()
        .ifPresent(
            identity ->
                checkpoint.add(PUBLISHING, new Publishing(identity, FinishedJob.of(report))));
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
