package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.dataset.DataFile;
import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.SliceSums;
import io.cqlai.parquet.internal.parquet.read.ChecksumCheck;
import io.cqlai.parquet.internal.parquet.read.PageWalk;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.plan.ExportedRows;
import io.cqlai.parquet.internal.plan.VerifiedFile;
import io.cqlai.parquet.internal.plan.VerifyPlan;
import io.cqlai.parquet.internal.scan.TokenSlices;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.schema.RowSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What files are checked for by what they carry themselves, and by the manifest that lists them.
 */
final class FileChecks {

  private final Job<?> job;
  private final VerifyPlan plan;
  private final Differences differences;
  private final SliceSums digest = new SliceSums(1);
  private int readable;
  private int digested;
  private int summed;
  private int listed;
  private long rows;
  private long rowGroups;

  /**
   * Makes them.
   *
   * @param differences is told of what is found
   */
  FileChecks(Job<?> job, VerifyPlan plan, Differences differences) {
    this.job = job;
    this.plan = plan;
    this.differences = differences;
  }

  /** Checks all files of the plan. */
  void run() {
    plan.files().forEach(this::check);
    if (digested == plan.files().size() && plan.listed().isPresent()) {
      SliceSums wanted = plan.listed().get().sums().total();
      if (!wanted.differences(digest).isEmpty()) {
        differences.add(
            DifferenceKind.NOT_AS_EXPORTED,
            () ->
                "all files: the manifest knows of "
                    + wanted.rows(0)
                    + " rows, the files have "
                    + digest.rows(0)
                    + (wanted.rows(0) == digest.rows(0) ? ", not the same" : ""));
      }
    }
  }

  private void check(VerifiedFile file) {
    String where = plan.files().size() == 1 ? "" : "[" + file.file().name() + "] ";
    file.listed().ifPresent(entry -> checkListed(file, entry, where));
    if (file.parquet().isEmpty()) {
      rows += file.listed().map(DataFile::rows).orElse(0L);
      return;
    }
    ParquetSource parquet = file.parquet().get();
    if (file.exported().isPresent()) {
      checkDigest(file.exported().get(), where); // which reads all columns
    } else {
      for (int rowGroup = 0; rowGroup < parquet.rowGroups(); rowGroup++) {
        PageWalk.through(parquet, rowGroup, job::checkCancelled);
      }
    }
    readable++;
    rows += parquet.rows();
    rowGroups += parquet.rowGroups();
    checkBytes(parquet, where);
  }

  private void checkListed(VerifiedFile file, DataFile entry, String where) {
    listed++;
    if (!file.file().crc32c(job::checkCancelled).equals(entry.crc32c())) {
      differences.add(
          DifferenceKind.OTHER_BYTES,
          () -> where + "a byte is not the one that was written, by the manifest of the directory");
    }
  }

  private void checkBytes(ParquetSource file, String where) {
    switch (ChecksumCheck.of(file, job::checkCancelled)) {
      case NONE -> {}
      case LOST ->
          differences.add(
              DifferenceKind.OTHER_BYTES,
              () -> where + "the file says that this library wrote it, and its checksum is gone");
      case SAME -> summed++;
      case OTHER ->
          differences.add(
              DifferenceKind.OTHER_BYTES,
              () -> where + "a byte outside of the pages is not the one that was written");
    }
  }

  /** Makes the digest of the rows again, and compares it with the one that the file carries. */
  private void checkDigest(ExportedRows exported, String where) {
    DigestCounter counter = exported.digests().counter();
    new FileRows(job, List.of(exported.source()), keyCells(exported))
        .each(
            counter::add,
            (place, reason) -> {
              if (plan.comparison().isEmpty()) { // which tells of it by the types of the table
                differences.add(DifferenceKind.UNREADABLE_ROW, () -> place.prefix() + reason);
              }
            });
    SliceSums read = counter.sums();
    SliceSums carried = exported.exported().sums();
    digested++;
    digest.addAll(read.total());
    boolean sliced = read.count() == carried.count();
    SliceSums wanted = sliced ? carried : carried.total();
    SliceSums found = sliced ? read : read.total();
    for (int slice : wanted.differences(found)) {
      differences.add(
          DifferenceKind.NOT_AS_EXPORTED,
          () ->
              where
                  + (wanted.count() == 1 ? "all" : "token range " + TokenSlices.span(slice))
                  + ": "
                  + wanted.rows(slice)
                  + " rows were exported, the file has "
                  + found.rows(slice)
                  + (wanted.rows(slice) == found.rows(slice) ? ", not the same" : ""));
    }
  }

  private static int[] keyCells(ExportedRows exported) {
    RowSchema rows = exported.digests().rows();
    return exported.exported().partitionKey().stream()
        .mapToInt(name -> rows.indexOf(name).orElse(-1))
        .filter(cell -> cell >= 0)
        .toArray();
  }

  /** Returns how many rows the files have, as far as they tell. */
  long rows() {
    return rows;
  }

  /** Returns how many row groups were read. */
  long rowGroups() {
    return rowGroups;
  }

  /** Returns the digest of all rows, where each file carries one. */
  Optional<String> digest() {
    return digested == plan.files().size() ? Optional.of(digest.hex(0)) : Optional.empty();
  }

  /** Returns what was looked at, each a sentence. */
  List<String> checked() {
    List<String> checked = new ArrayList<>();
    if (readable > 0) {
      checked.add(
          "The footer and each page ("
              + (readable == 1 ? "" : "files: " + readable + ", ")
              + "row groups: "
              + rowGroups
              + ", rows: "
              + rows
              + "), with its checksum where it has one");
    }
    add(checked, digested, "The digest of the rows against the one that the export made");
    add(checked, summed, "Each byte, by the checksum of the file");
    add(checked, listed, "Each byte, by the manifest of the directory");
    return checked;
  }

  private void add(List<String> checked, int files, String what) {
    if (files > 0) {
      int all = plan.files().size();
      checked.add(what + (files == all ? "" : ", of " + files + " of the " + all + " files"));
    }
  }
}
