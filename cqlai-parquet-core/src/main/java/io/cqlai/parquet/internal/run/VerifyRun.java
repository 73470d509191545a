package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.internal.parquet.read.ChecksumCheck;
import io.cqlai.parquet.internal.parquet.read.PageWalk;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.plan.Comparison;
import io.cqlai.parquet.internal.plan.ExportedRows;
import io.cqlai.parquet.internal.plan.VerifyPlan;
import io.cqlai.parquet.internal.scan.TokenSlices;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.report.VerifyReport;
import io.cqlai.parquet.schema.RowSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The run of a verification's plan. */
public final class VerifyRun {

  private final Job<?> job;
  private final VerifyPlan plan;
  private final Instant started = Instant.now();
  private final Differences differences = new Differences();
  private final List<String> checked = new ArrayList<>();
  private final List<String> warnings;
  private long fileRows;
  private OptionalLong tableRows = OptionalLong.empty();
  private Optional<String> digest = Optional.empty();

  private VerifyRun(Job<?> job, VerifyPlan plan) {
    this.job = job;
    this.plan = plan;
    this.warnings = new ArrayList<>(plan.warnings());
  }

  /**
   * Runs a plan to its end.
   *
   * @param planning makes the plan
   * @throws io.cqlai.parquet.error.TransferException what the planning throws, and when a side
   *     cannot be read: CORRUPT_FILE for a file that is damaged
   */
  public static VerifyReport run(Job<?> job, Supplier<VerifyPlan> planning) {
    try {
      return new VerifyRun(job, planning.get()).run();
    } catch (RuntimeException | Error e) {
      throw VerifyRemedies.of(job.failed(e));
    }
  }

  private VerifyReport run() {
    plan.parquet().ifPresent(this::checkFile);
    plan.comparison().ifPresent(this::compare);
    return new VerifyReport(
        plan.file().name(),
        plan.comparison().map(comparison -> comparison.table().cqlName()),
        fileRows,
        tableRows,
        plan.parquet().map(ParquetSource::rowGroups).orElse(0),
        plan.file().bytes(),
        digest,
        checked,
        differences.counts(),
        differences.first(),
        plan.consistency(),
        started,
        Instant.now(),
        warnings);
  }

  private void checkFile(ParquetSource file) {
    if (plan.exported().isPresent()) {
      checkDigest(plan.exported().get()); // which reads all columns
    } else {
      for (int rowGroup = 0; rowGroup < file.rowGroups(); rowGroup++) {
        PageWalk.through(file, rowGroup, job::checkCancelled);
      }
    }
    fileRows = file.rows();
    checked.add(
        "The footer and each page (row groups: "
            + file.rowGroups()
            + ", rows: "
            + file.rows()
            + "), with its checksum where it has one");
    checkBytes(file);
  }

  private void checkBytes(ParquetSource file) {
    switch (ChecksumCheck.of(file, job::checkCancelled)) {
      case NONE -> {}
      case LOST ->
          differences.add(
              DifferenceKind.OTHER_BYTES,
              () -> "the file says that this library wrote it, and its checksum is gone");
      case SAME -> checked.add("Each byte, by the checksum of the file");
      case OTHER ->
          differences.add(
              DifferenceKind.OTHER_BYTES,
              () -> "a byte outside of the pages is not the one that was written");
    }
  }

  /** Makes the digest of the rows again, and compares it with the one that the file carries. */
  private void checkDigest(ExportedRows exported) {
    DigestCounter counter = exported.digests().counter();
    new FileRows(job, exported.source(), keyCells(exported))
        .each(
            counter::add,
            (place, reason) -> {
              if (plan.comparison().isEmpty()) { // which tells of it by the types of the table
                differences.add(DifferenceKind.UNREADABLE_ROW, () -> place.prefix() + reason);
              }
            });
    SliceSums read = counter.sums();
    SliceSums carried = exported.exported().sums();
    digest = Optional.of(read.total().hex(0));
    boolean sliced = read.count() == carried.count();
    SliceSums wanted = sliced ? carried : carried.total();
    SliceSums found = sliced ? read : read.total();
    for (int slice : wanted.differences(found)) {
      differences.add(
          DifferenceKind.NOT_AS_EXPORTED,
          () ->
              (wanted.count() == 1 ? "all" : "token range " + TokenSlices.span(slice))
                  + ": "
                  + wanted.rows(slice)
                  + " rows were exported, the file has "
                  + found.rows(slice)
                  + (wanted.rows(slice) == found.rows(slice) ? ", not the same" : ""));
    }
    checked.add("The digest of the rows against the one that the export made");
  }

  private static int[] keyCells(ExportedRows exported) {
    RowSchema rows = exported.digests().rows();
    return exported.exported().partitionKey().stream()
        .mapToInt(name -> rows.indexOf(name).orElse(-1))
        .filter(cell -> cell >= 0)
        .toArray();
  }

  /** Equal rows are then not all that the file has. */
  private String lost(Loss loss) {
    return "Lost in "
        + loss.column()
        + ": "
        + loss.what()
        + ", "
        + loss.count()
        + (loss.count() == 1 ? " value" : " values")
        + ". An import loses that as well"
        + (plan.parquet().isPresent() ? " with CONVERT='LENIENT', else it rejects the rows" : "");
  }

  private void compare(Comparison comparison) {
    RowComparison rows = new RowComparison(job, comparison);
    rows.run();
    fileRows = rows.fileRows();
    tableRows = OptionalLong.of(rows.tableRows());
    differences.addAll(rows.differences());
    warnings.addAll(rows.warnings());
    rows.losses().forEach(loss -> warnings.add(lost(loss)));
    checked.add(
        (comparison.mayHaveOthers()
                ? "That each row of the file is in "
                : "That the rows of the file are those of ")
            + comparison.table().cqlName()
            + ", by "
            + comparison.digests().rows().size()
            + " columns");
  }
}
