package io.cqlai.parquet.internal.parquet.write;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * Writes the values of one place in a file's schema, with their levels, into the columns below it.
 * Made once for an encoder; a value is between position and limit of its buffer, which is read by
 * absolute index.
 *
 * <p>Levels are those of the Dremel paper, as the Parquet format has them ("Nested Encoding"): the
 * repetition level says at which repeated group a value starts a new entry, 0 being a new row; the
 * definition level says how many of the optional and repeated groups around it are there.
 */
abstract class FieldWriter {

  /** No definition level: a place where the file allows no null. */
  static final int REQUIRED = -1;

  private final int nullDefinition;

  /**
   * @param nullDefinition the definition level of a null here, or {@link #REQUIRED}
   */
  FieldWriter(int nullDefinition) {
    this.nullDefinition = nullDefinition;
  }

  /**
   * Tells whether there is a value to write; asked exactly once for each that is not null.
   *
   * @param length of the value in bytes
   */
  abstract boolean present(int length);

  /** Writes a value that is present. */
  abstract void write(ByteBuffer value, int repetition);

  /** Gives each column below a null. */
  abstract void writeNull(int repetition, int definition);

  /** Writes that there is no value here. */
  final void writeNull(int repetition) {
    if (nullDefinition == REQUIRED) {
      throw new IllegalArgumentException("a null where the file allows none");
    }
    writeNull(repetition, nullDefinition);
  }

  /** Writes a value, or null. */
  final void writeOrNull(@Nullable ByteBuffer value, int repetition) {
    if (value != null && present(value.remaining())) {
      write(value, repetition);
    } else {
      writeNull(repetition);
    }
  }
}
