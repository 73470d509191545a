package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.internal.value.CellWriter;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * Brings the values of a type into the form in which they are compared: values that a file does not
 * tell apart have one form. Used by one thread at a time.
 */
interface CanonicalForm {

  /** The bytes as they are, none included. */
  CanonicalForm AS_IT_IS =
      (value, out) -> {
        out.putBytes(value);
        return true;
      };

  /** The bytes as they are; a value of no bytes is null. */
  CanonicalForm UNLESS_EMPTY =
      (value, out) -> {
        out.putBytes(value);
        return value.hasRemaining();
      };

  /**
   * Puts the form of a value, with no length before it.
   *
   * @return false where the value is null to a file; what was put does not count then
   * @throws IndexOutOfBoundsException when the bytes are no value of the type
   */
  boolean put(ByteBuffer value, CellWriter out);

  /** Puts the form of a value with its length before it, or null; tells whether it is a value. */
  default boolean putPart(@Nullable ByteBuffer value, CellWriter out) {
    int mark = out.beginValue();
    if (value != null && put(value, out)) {
      out.endValue(mark);
      return true;
    }
    out.endNull(mark);
    return false;
  }
}
