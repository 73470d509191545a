package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.internal.plan.Comparison;
import io.cqlai.parquet.internal.plan.ReadPlan;
import io.cqlai.parquet.internal.scan.TokenSlices;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.internal.verify.Round;
import io.cqlai.parquet.internal.verify.RowIndex;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.schema.ColumnRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The comparison of a file with a table. Both sides are read for their digests; what differs is
 * read again, and compared row by row.
 */
final class RowComparison {

  /** The heap's part that the hashes of rows may take. */
  private static final int HEAP_SHARE = 8;

  private static final long MOST_ROWS = 16_000_000;

  private final Job<?> job;
  private final Comparison plan;
  private final Differences differences = new Differences();
  private final List<String> warnings = new ArrayList<>();
  private final RowDigests digests;
  private final FileRows file;
  private final TableRows table;
  private List<Loss> losses = List.of();
  private long fileRows;
  private long tableRows;

  RowComparison(Job<?> job, Comparison plan) {
    this.job = job;
    this.plan = plan;
    this.digests = plan.digests();
    this.file = new FileRows(job, plan.files(), partitionKey(digests));
    this.table = new TableRows(job);
  }

  private static int[] partitionKey(RowDigests digests) {
    return IntStream.range(0, digests.rows().size())
        .filter(i -> digests.rows().column(i).role() == ColumnRole.PARTITION_KEY)
        .toArray();
  }

  /** Compares all rows. */
  void run() {
    DigestCounter ofFile = digests.counter();
    file.each(
        ofFile::add,
        (place, reason) ->
            differences.add(DifferenceKind.UNREADABLE_ROW, () -> place.prefix() + reason));
    losses = file.losses();
    DigestCounter ofTable = digests.counter();
    ReadPlan reading = plan.reading();
    table.each(reading, reading.units(), (unit, rows) -> WholeFile.add(ofTable, unit, rows));
    fileRows = ofFile.sums().rows() + differences.total();
    tableRows = ofTable.sums().rows();
    compare(ofFile.sums(), ofTable.sums());
    warnings.addAll(table.warnings());
  }

  private void compare(SliceSums ofFile, SliceSums ofTable) {
    List<Integer> differing = ofFile.differences(ofTable);
    if (differing.isEmpty()) {
      return;
    }
    if (plan.hasKeys() || plan.mayHaveOthers()) {
      RowRounds again = new RowRounds(job, plan, file, table, differences);
      again.run(Round.of(differing, ofFile, mostRows()));
      compareReadings(differing, ofFile, ofTable, again);
    } else {
      differing.forEach(slice -> tellSlice(slice, ofFile, ofTable, ""));
    }
  }

  private static int mostRows() {
    long heap = Runtime.getRuntime().maxMemory();
    return (int) Math.min(MOST_ROWS, heap / HEAP_SHARE / RowIndex.BYTES_PER_ROW);
  }

  /** Tells of what was not the same in the first reading and the second. */
  private void compareReadings(
      List<Integer> differing, SliceSums ofFile, SliceSums ofTable, RowRounds again) {
    Set<Integer> changed = new HashSet<>(ofFile.differences(again.ofFile()));
    changed.addAll(ofTable.differences(again.ofTable()));
    changed.retainAll(differing);
    List<Integer> still = again.ofFile().differences(again.ofTable());
    for (int slice : differing) {
      if (!still.contains(slice) && lackedRows(slice, ofFile, ofTable)) {
        tellSlice(slice, ofFile, ofTable, "; the same when they were read again");
        changed.remove(slice);
      }
    }
    if (!changed.isEmpty()) {
      warnings.add(
          "The second reading was not as the first in "
              + changed.size()
              + (changed.size() == 1 ? " token range" : " token ranges")
              + ": the table changes meanwhile, or its replicas differ; what is told of them is of"
              + " the second");
    }
  }

  /**
   * Tells whether a slice that differed when it was first read was not as it has to be: where the
   * table may have other rows, that is so where it had no more than the file.
   */
  private boolean lackedRows(int slice, SliceSums ofFile, SliceSums ofTable) {
    return !plan.mayHaveOthers() || plan.hasKeys() && ofTable.rows(slice) <= ofFile.rows(slice);
  }

  private void tellSlice(int slice, SliceSums ofFile, SliceSums ofTable, String more) {
    differences.add(
        DifferenceKind.OTHER_ROWS,
        () ->
            (digests.slicing().count() == 1 ? "all" : "token range " + TokenSlices.span(slice))
                + ": "
                + ofFile.rows(slice)
                + " rows in the file, "
                + ofTable.rows(slice)
                + " in the table"
                + more);
  }

  /** Returns what was found. */
  Differences differences() {
    return differences;
  }

  /** Returns what values of the file have lost on the way to the table's types. */
  List<Loss> losses() {
    return losses;
  }

  /** Returns how many rows the file has, those that cannot be read among them. */
  long fileRows() {
    return fileRows;
  }

  /** Returns how many rows the table has. */
  long tableRows() {
    return tableRows;
  }

  /** Returns what a caller should know, each a sentence. */
  List<String> warnings() {
    return warnings;
  }
}
