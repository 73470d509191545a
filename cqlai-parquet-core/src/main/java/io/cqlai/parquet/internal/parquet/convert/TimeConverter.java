package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.TimeText;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Times of day of a file, in any unit, as CQL's time or as text. */
final class TimeConverter implements ValueConverter {

  private final ValueIssues issues;
  private final boolean ints;
  private final boolean text;
  private final long nanosPerUnit;

  private TimeConverter(Leaf leaf, ValueIssues issues, boolean text) {
    this.issues = issues;
    this.text = text;
    this.ints = leaf.physical() == PrimitiveTypeName.INT32;
    this.nanosPerUnit =
        switch (leaf.kind()) {
          case TIME_MILLIS -> 1_000_000;
          case TIME_MICROS -> 1_000;
          default -> 1;
        };
  }

  static ValueConverter toTime(Leaf leaf, ValueIssues issues) {
    return new TimeConverter(leaf, issues, false);
  }

  static ValueConverter toText(Leaf leaf, ValueIssues issues) {
    return new TimeConverter(leaf, issues, true);
  }

  @Override
  public boolean convert(ValueDecoder in, CellWriter out) {
    long units = ints ? in.readInt() : in.readLong();
    if (units < 0 || units >= TimeText.NANOS_PER_DAY / nanosPerUnit) {
      return issues.reject(units + " is no time of day");
    }
    long nanos = units * nanosPerUnit;
    if (text) {
      out.putText(DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(nanos)));
    } else {
      out.putLong(nanos);
    }
    return true;
  }
}
