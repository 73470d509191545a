package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.digest.RowHasher;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.internal.plan.Comparison;
import io.cqlai.parquet.internal.plan.ReadPlan;
import io.cqlai.parquet.internal.scan.TokenSlices;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.internal.verify.Round;
import io.cqlai.parquet.internal.verify.RowIndex;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.ColumnRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The comparison of a file with a table. Both sides are read once for their digests; what differs
 * is read again, and compared row by row by the hashes of keys and rows, as many at once as there
 * is room for.
 */
final class RowComparison {

  /** The heap's part that the hashes of rows may take. */
  private static final int HEAP_SHARE = 8;

  private static final long MOST_ROWS = 16_000_000;

  private final Comparison plan;
  private final Differences differences = new Differences();
  private final RowDigests digests;
  private final FileRows file;
  private final TableRows table;
  private long fileRows;
  private long tableRows;
  private boolean changes;

  RowComparison(Job<?> job, Comparison plan) {
    this.plan = plan;
    this.digests = plan.digests();
    this.file = new FileRows(job, plan.file(), cells(digests, ColumnRole.PARTITION_KEY));
    this.table = new TableRows(job);
  }

  private static int[] cells(RowDigests digests, ColumnRole role) {
    return IntStream.range(0, digests.rows().size())
        .filter(i -> digests.rows().column(i).role() == role)
        .toArray();
  }

  /** Compares all rows. */
  void run() {
    DigestCounter ofFile = digests.counter();
    file.each(
        ofFile::add,
        (place, reason) ->
            differences.add(DifferenceKind.UNREADABLE_ROW, () -> place.prefix() + reason));
    DigestCounter ofTable = digests.counter();
    ReadPlan reading = plan.reading();
    table.each(reading, reading.units(), (unit, rows) -> WholeFile.add(ofTable, unit, rows));
    fileRows = ofFile.sums().rows() + differences.total();
    tableRows = ofTable.sums().rows();
    List<Integer> differing = ofFile.sums().differences(ofTable.sums());
    if (plan.hasKeys()) {
      long before = differences.total();
      boolean others = false;
      for (Round round : Round.of(differing, ofFile.sums(), mostRows())) {
        others |= new RowRound(round).run();
      }
      changes = !differing.isEmpty() && differences.total() == before && !others;
    } else {
      differing.forEach(slice -> tellSlice(slice, ofFile.sums(), ofTable.sums()));
    }
  }

  private static int mostRows() {
    long heap = Runtime.getRuntime().maxMemory();
    return (int) Math.min(MOST_ROWS, heap / HEAP_SHARE / RowIndex.BYTES_PER_ROW);
  }

  private void tellSlice(int slice, SliceSums ofFile, SliceSums ofTable) {
    differences.add(
        DifferenceKind.OTHER_ROWS,
        () ->
            (digests.slicing().count() == 1 ? "all" : "token range " + TokenSlices.span(slice))
                + ": "
                + ofFile.rows(slice)
                + " rows in the file, "
                + ofTable.rows(slice)
                + " in the table");
  }

  /** Returns what was found. */
  Differences differences() {
    return differences;
  }

  /** Returns how many rows the file has, those that cannot be read among them. */
  long fileRows() {
    return fileRows;
  }

  /** Returns how many rows the table has. */
  long tableRows() {
    return tableRows;
  }

  /** Tells whether what differed at first did not when it was looked at again. */
  boolean changes() {
    return changes;
  }

  /** Returns what the server warned of. */
  List<String> warnings() {
    return table.warnings();
  }

  /** The rows that are compared one by one at the same time. */
  private final class RowRound {
    private final Round round;
    private final RowIndex index;
    private final RowHasher key = hasher(keyCells());
    private final RowHasher row = hasher(IntStream.range(0, digests.rows().size()));
    private final OtherRows others = new OtherRows(digests);
    private long otherRows;
    private long onlyInTable;

    RowRound(Round round) {
      this.round = round;
      this.index = new RowIndex(round.rows());
    }

    private RowHasher hasher(IntStream cells) {
      return new RowHasher(digests.rows().columns(), digests.kept(), cells);
    }

    private IntStream keyCells() {
      return IntStream.range(0, digests.rows().size())
          .filter(i -> digests.rows().column(i).role().isKey());
    }

    /** Returns whether the table has rows that the file does not have, and may have. */
    boolean run() {
      ReadPlan reading = plan.reading();
      each(file, rowOfFile -> indexRow(reading, rowOfFile));
      table.each(
          reading,
          plan.units(round.slices()),
          (unit, chunk) -> chunk.rows().forEach(rowOfTable -> compare(reading, rowOfTable)));
      differences.count(DifferenceKind.ONLY_IN_FILE, index.unseen());
      differences.count(DifferenceKind.OTHER_VALUES, otherRows);
      if (differences.hasRoom() && index.unseen() + otherRows > 0) {
        each(file, rowOfFile -> tell(reading, rowOfFile));
      }
      return onlyInTable > 0;
    }

    private void each(FileRows rows, Consumer<RowView> taker) {
      rows.each(
          (RowChunk chunk) -> chunk.rows().stream().filter(this::isMine).forEach(taker),
          (place, reason) -> {}); // told of already
    }

    /** Leaves the hash of its key in {@code key}. */
    private boolean isMine(RowView one) {
      key.hash(one);
      return round.has(digests.slicing().of(one), key);
    }

    private void indexRow(ReadPlan reading, RowView one) {
      row.hash(one);
      if (!index.add(key, row)) {
        differences.add(DifferenceKind.REPEATED_KEY, () -> reading.keyOf(one));
      }
    }

    private void compare(ReadPlan reading, RowView one) {
      if (!isMine(one)) {
        return;
      }
      row.hash(one);
      boolean unseen = index.state(key) == RowIndex.State.UNSEEN;
      switch (index.compare(key, row)) {
        case NONE -> {
          onlyInTable++;
          if (!plan.mayHaveOthers()) {
            differences.add(DifferenceKind.ONLY_IN_TABLE, () -> reading.keyOf(one));
          }
        }
        case OTHER -> {
          otherRows += unseen ? 1 : 0;
          others.keep(key, one);
        }
        case UNSEEN, SAME, TOLD -> {}
      }
    }

    private void tell(ReadPlan reading, RowView one) {
      RowIndex.State state = index.state(key);
      if (state == RowIndex.State.UNSEEN) {
        differences.keep(DifferenceKind.ONLY_IN_FILE, reading.keyOf(one), List.of());
        index.told(key);
      } else if (state == RowIndex.State.OTHER && others.has(key)) {
        differences.keep(
            DifferenceKind.OTHER_VALUES, reading.keyOf(one), others.differingFrom(key, one));
        index.told(key);
      }
    }
  }
}
