package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.Hash128;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.digest.RowHasher;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.internal.plan.Comparison;
import io.cqlai.parquet.internal.plan.ReadPlan;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.internal.verify.HashedRows;
import io.cqlai.parquet.internal.verify.KeptHashes;
import io.cqlai.parquet.internal.verify.Round;
import io.cqlai.parquet.internal.verify.RowIndex;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.row.RowView;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The second reading of what differs: row by row, by the hashes of keys and rows, as many at once
 * as there is room for. However many rounds that takes, the file is decoded once for it, and once
 * more to tell of its own rows.
 */
final class RowRounds {

  private final Job<?> job;
  private final Comparison plan;
  private final FileRows file;
  private final TableRows table;
  private final Differences differences;
  private final RowDigests digests;
  private final RowHasher key;
  private final RowHasher row;
  private final OtherRows others;
  private final SliceSums ofFile;
  private final SliceSums ofTable;
  private final Map<Hash128.Fixed, EnumSet<DifferenceKind>> toTell = new HashMap<>();

  /**
   * Makes them.
   *
   * @param differences is told of what is found
   */
  RowRounds(Job<?> job, Comparison plan, FileRows file, TableRows table, Differences differences) {
    this.job = job;
    this.plan = plan;
    this.file = file;
    this.table = table;
    this.differences = differences;
    this.digests = plan.digests();
    this.key =
        hasher(
            IntStream.range(0, digests.rows().size())
                .filter(i -> digests.rows().column(i).role().isKey()));
    this.row = hasher(IntStream.range(0, digests.rows().size()));
    this.others = new OtherRows(digests);
    this.ofFile = new SliceSums(digests.slicing().count());
    this.ofTable = new SliceSums(digests.slicing().count());
  }

  private RowHasher hasher(IntStream cells) {
    return new RowHasher(digests.rows().columns(), digests.kept(), cells);
  }

  /** Compares the rows of all rounds. */
  void run(List<Round> rounds) {
    Set<Integer> slices = new HashSet<>();
    rounds.forEach(round -> slices.addAll(round.slices()));
    HashedRows rows = taker -> hashRows(slices, taker);
    if (rounds.size() == 1) {
      compare(rounds.get(0), rows);
    } else {
      try (KeptHashes kept = KeptHashes.of(rows, plan.name(), job::checkCancelled)) {
        rounds.forEach(round -> compare(round, kept));
      }
    }
    if (!toTell.isEmpty() && differences.hasRoom()) {
      ReadPlan reading = plan.reading();
      eachOfFile(one -> tell(reading, one));
    }
  }

  /** Returns the digest of the rows of the file that were compared. */
  SliceSums ofFile() {
    return ofFile;
  }

  /** Returns the digest of the rows of the table that were compared. */
  SliceSums ofTable() {
    return ofTable;
  }

  private void hashRows(Set<Integer> slices, HashedRows.Taker taker) {
    eachOfFile(
        one -> {
          int slice = digests.slicing().of(one);
          if (slices.contains(slice)) {
            key.hash(one);
            row.hash(one);
            taker.take(slice, key, row);
          }
        });
  }

  private void eachOfFile(Consumer<RowView> taker) {
    file.each(
        chunk -> chunk.rows().forEach(taker), (place, reason) -> {}); // which is told of already
  }

  private void compare(Round round, HashedRows rows) {
    RowIndex index = new RowIndex(round.rows());
    rows.each(
        (slice, keyOfOne, one) -> {
          if (round.has(slice, keyOfOne)) {
            ofFile.add(slice, one);
            add(index, keyOfOne, one);
          }
        });
    ReadPlan reading = plan.reading();
    table.each(
        reading,
        plan.units(round.slices()),
        (unit, chunk) -> chunk.rows().forEach(one -> compare(round, index, reading, one)));
    differences.count(DifferenceKind.ONLY_IN_FILE, index.unseen());
    index.eachUnseen(
        Differences.MOST_KEPT, unseen -> tellLater(unseen, DifferenceKind.ONLY_IN_FILE));
  }

  private void add(RowIndex index, Hash128 keyOfOne, Hash128 one) {
    RowIndex.Found before = index.add(keyOfOne, one);
    if (before == RowIndex.Found.OTHER || before == RowIndex.Found.SAME && plan.hasKeys()) {
      differences.count(DifferenceKind.REPEATED_KEY, 1);
      tellLater(keyOfOne, DifferenceKind.REPEATED_KEY);
    }
  }

  private void compare(Round round, RowIndex index, ReadPlan reading, RowView one) {
    int slice = digests.slicing().of(one);
    key.hash(one);
    if (!round.has(slice, key)) {
      return;
    }
    row.hash(one);
    ofTable.add(slice, row);
    switch (index.compare(key, row)) {
      case NOTHING -> {
        if (!plan.mayHaveOthers()) {
          differences.add(DifferenceKind.ONLY_IN_TABLE, () -> reading.keyOf(one));
        }
      }
      case OTHER -> {
        differences.count(DifferenceKind.OTHER_VALUES, 1);
        if (others.keep(key, one)) {
          tellLater(key, DifferenceKind.OTHER_VALUES);
        }
      }
      case AGAIN -> {
        if (plan.hasKeys()) {
          differences.add(DifferenceKind.REPEATED_IN_TABLE, () -> reading.keyOf(one));
        }
      }
      case SAME -> {}
    }
  }

  /** Remembers to tell of a row of the file, of which nothing but the hashes is at hand. */
  private void tellLater(Hash128 keyOfOne, DifferenceKind kind) {
    if (toTell.size() < Differences.MOST_KEPT) {
      toTell
          .computeIfAbsent(keyOfOne.fixed(), unused -> EnumSet.noneOf(DifferenceKind.class))
          .add(kind);
    }
  }

  private void tell(ReadPlan reading, RowView one) {
    key.hash(one);
    EnumSet<DifferenceKind> kinds = toTell.remove(key.fixed());
    if (kinds == null) {
      return;
    }
    for (DifferenceKind kind : kinds) {
      differences.keep(
          kind,
          reading.keyOf(one),
          kind == DifferenceKind.OTHER_VALUES ? others.differingFrom(key, one) : List.of());
    }
  }
}
