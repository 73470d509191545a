package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.load.Stretch;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.Loss;
import java.util.List;

/**
 * Rows of an import of which each is written, or left out on purpose, as the journal has them.
 *
 * @param file the position of their file, from 0
 * @param part the part within the file, from 0
 * @param first the first of them within the part, from 0
 * @param end the first row after them
 * @param skipped how many were left out on purpose
 * @param losses what their values have lost
 */
record DoneRows(int file, int part, long first, long end, long skipped, List<Loss> losses) {

  static DoneRows of(Stretch done) {
    return new DoneRows(
        done.file(),
        done.part(),
        done.rows().first(),
        done.rows().end(),
        done.skippedRows(),
        done.losses());
  }

  /** Tells whether other rows are those that follow. */
  boolean isFollowedBy(DoneRows next) {
    return file == next.file && part == next.part && end == next.first;
  }

  /** Returns these rows and those that follow as one. */
  DoneRows and(DoneRows next) {
    LossCounters both = new LossCounters();
    both.add(losses);
    both.add(next.losses);
    return new DoneRows(file, part, first, next.end, skipped + next.skipped, both.losses());
  }
}
