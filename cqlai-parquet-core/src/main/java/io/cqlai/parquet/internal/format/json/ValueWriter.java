package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes the values of one type as JSON. */
@FunctionalInterface
interface ValueWriter {

  /**
   * Writes a value.
   *
   * @param value its bytes between position and limit
   */
  void write(ByteBuffer value, JsonGenerator out) throws IOException;
}
