package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.UnfitValue;
import java.io.IOException;

/** Reads the values of one type from JSON. */
@FunctionalInterface
interface ValueParser {

  /**
   * Puts the value whose first token the line stands on, which is not null, and moves to its last.
   *
   * @throws UnfitValue when it is none of the type; what was put until then stays, and the line
   *     stands somewhere within the value
   * @throws IOException when the line is no JSON
   */
  void put(JsonLine in, CellWriter out) throws UnfitValue, IOException;
}
