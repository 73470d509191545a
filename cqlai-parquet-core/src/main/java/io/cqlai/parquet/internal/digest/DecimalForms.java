package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.Decimals;
import java.nio.ByteBuffer;

/** The canonical forms of decimals. */
final class DecimalForms {

  /** No column of a file has room for longer ones. */
  private static final int LONGEST = 4_200;

  private DecimalForms() {}

  static CanonicalForm of(KeptPrecision.Decimals kept) {
    return switch (kept) {
      case BYTES -> CanonicalForm.UNLESS_EMPTY;
      case NUMBER_AND_SCALE -> DecimalForms::numberAndScale;
      case NUMBER -> DecimalForms::number;
    };
  }

  private static boolean numberAndScale(ByteBuffer value, CellWriter out) {
    if (Decimals.isValid(value)) {
      Decimals.putMinimal(Decimals.scale(value), Decimals.unscaled(value), out);
    } else {
      out.putBytes(value);
    }
    return value.hasRemaining();
  }

  private static boolean number(ByteBuffer value, CellWriter out) {
    if (Decimals.isValid(value) && value.remaining() <= Integer.BYTES + Long.BYTES) {
      int scale = Decimals.scale(value);
      putShortest(scale, Decimals.toLong(value, scale), out);
      return true;
    }
    ByteBuffer shortest = Decimals.withoutZeros(value, LONGEST);
    if (shortest == null) {
      return numberAndScale(value, out);
    }
    out.putBytes(shortest);
    return true;
  }

  private static void putShortest(int scale, long unscaled, CellWriter out) {
    long digits = unscaled;
    int places = digits == 0 ? 0 : scale;
    while (digits != 0 && digits % 10 == 0 && places > Integer.MIN_VALUE) {
      digits /= 10;
      places--;
    }
    Decimals.put(places, digits, out);
  }
}
