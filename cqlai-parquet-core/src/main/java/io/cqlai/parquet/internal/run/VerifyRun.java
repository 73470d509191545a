package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.plan.Comparison;
import io.cqlai.parquet.internal.plan.VerifyPlan;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.report.VerifyReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    FileChecks files = new FileChecks(job, plan, differences);
    files.run();
    fileRows = files.rows();
    checked.addAll(files.checked());
    plan.comparison().ifPresent(this::compare);
    return new VerifyReport(
        plan.name(),
        plan.comparison().map(comparison -> comparison.table().cqlName()),
        fileRows,
        tableRows,
        files.rowGroups(),
        plan.files().stream().mapToLong(file -> file.file().bytes()).sum(),
        files.digest(),
        checked,
        differences.counts(),
        differences.first(),
        plan.consistency(),
        started,
        Instant.now(),
        warnings);
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
        + (plan.files().get(0).parquet().isPresent()
            ? " with CONVERT='LENIENT', else it rejects the rows"
            : "");
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
