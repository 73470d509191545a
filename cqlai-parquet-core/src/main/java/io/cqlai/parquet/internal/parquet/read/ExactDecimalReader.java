package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ValueIssues;
import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.value.CellWriter;
import java.util.List;

/** Decimals that stand in the file as their scale and the bytes of their digits. */
final class ExactDecimalReader extends ValueReader {

  private final ColumnCursor unscaled;
  private final ColumnCursor scale;
  private final int definition;
  private final int repetition;
  private final ValueIssues issues;
  private final ByteSlice digits = new ByteSlice();

  ExactDecimalReader(
      ColumnCursor unscaled,
      ColumnCursor scale,
      int definition,
      int repetition,
      ValueIssues issues) {
    super(List.of(unscaled, scale));
    this.unscaled = unscaled;
    this.scale = scale;
    this.definition = definition;
    this.repetition = repetition;
    this.issues = issues;
  }

  @Override
  boolean read(CellWriter out) {
    if (passesAbsent(definition, repetition)) {
      return false;
    }
    boolean complete = unscaled.defined() && scale.defined();
    if (!complete) {
      unscaled.skip();
      scale.skip();
      return issues.reject("a decimal without its digits or without its scale");
    }
    out.putInt(scale.values().readInt());
    unscaled.values().readBytes(digits);
    out.putBytes(digits.array, digits.offset, digits.length);
    unscaled.advance();
    scale.advance();
    return true;
  }
}
