package io.cqlai.parquet.internal.parquet.write;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/** Looks at a value before any part of its row is written. */
@FunctionalInterface
interface ValueCheck {

  /** Finds that each value fits. */
  ValueCheck FITS = value -> null;

  /**
   * Returns why the file cannot hold a value, as a phrase, or null where it can.
   *
   * @param value its bytes between position and limit, which stay as they are
   */
  @Nullable
  String reason(ByteBuffer value);

  /** Returns a check that asks this one and then another. */
  default ValueCheck and(ValueCheck other) {
    return value -> {
      String reason = reason(value);
      return reason == null ? other.reason(value) : reason;
    };
  }
}
