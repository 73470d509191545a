package io.cqlai.parquet.copy;

import java.util.List;
import java.util.Locale;

/** Rows per second, bytes per second where a unit of bytes is given, or the word AUTO. */
final class RateKind implements OptionKind {

  private static final String AUTO = "AUTO";

  private final NumberKind rows = NumberKind.rows(1, 1_000_000_000);
  private final NumberKind bytes = NumberKind.bytes(1_000, 1_000_000_000_000L);

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    String text = raw.text().strip().toUpperCase(Locale.ROOT);
    if (text.equals(AUTO)) {
      return AUTO;
    }
    boolean ofBytes = text.endsWith("B");
    return new Rate((Long) (ofBytes ? bytes : rows).parse(raw), ofBytes);
  }

  @Override
  public String expected() {
    return "rows per second from 1 to 1,000,000,000, such as 5000 or '50K', bytes per second from"
        + " '1KB' to '1000GB', such as '20MB', or AUTO";
  }

  @Override
  public List<String> choices() {
    return List.of(AUTO);
  }
}
