package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ColumnIssues;
import io.cqlai.parquet.internal.parquet.convert.ValueConverter;
import io.cqlai.parquet.internal.parquet.page.Dictionary;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.LossCounters;
import java.util.List;
import javax.annotation.Nullable;

/** The entries of a dictionary as CQL's bytes: each is converted once, when it is first met. */
final class SharedCells {

  private final ValueConverter converter;
  private final ColumnIssues issues;
  private final Dictionary dictionary;
  private final Entry[] entries;
  private final CellWriter scratch = new CellWriter();

  SharedCells(Dictionary dictionary, ValueConverter converter, ColumnIssues issues) {
    this.dictionary = dictionary;
    this.converter = converter;
    this.issues = issues;
    this.entries = new Entry[dictionary.size()];
  }

  boolean isOf(Dictionary other) {
    return dictionary == other;
  }

  /** Puts the bytes of an entry; false where it does not fit, which the issues are told. */
  boolean put(int number, CellWriter out) {
    Entry entry = number >= 0 && number < entries.length ? entries[number] : null;
    if (entry == null) {
      entry = convert(number);
      entries[number] = entry;
    } else if (!entry.clean) {
      issues.repeat(entry.reason, entry.losses);
    }
    byte[] cell = entry.cell;
    if (cell == null) {
      return false;
    }
    out.putBytes(cell, 0, cell.length);
    return true;
  }

  private Entry convert(int number) {
    issues.beginPart();
    scratch.reset();
    boolean fits = converter.convert(dictionary.select(number), scratch);
    List<LossCounters.Counter> losses = issues.latestLosses();
    return new Entry(
        fits ? scratch.toArray() : null,
        fits ? null : issues.latestReason(),
        losses,
        fits && losses.isEmpty());
  }

  /**
   * An entry that was converted.
   *
   * @param cell its bytes, or null where it does not fit
   * @param reason why it does not
   * @param losses what it lost
   * @param clean whether there is nothing to tell of it
   */
  private record Entry(
      @Nullable byte[] cell,
      @Nullable String reason,
      List<LossCounters.Counter> losses,
      boolean clean) {}
}
