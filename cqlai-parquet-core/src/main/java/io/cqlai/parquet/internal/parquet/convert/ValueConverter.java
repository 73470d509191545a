package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;

/**
 * Turns values of a Parquet column into CQL's bytes, one after the other. Used by one thread for
 * one column.
 */
public interface ValueConverter {

  /**
   * Reads one value, and puts its bytes without a length.
   *
   * @return false when the value does not fit: {@link ValueIssues} has been told, the value has
   *     been read all the same, and what was put is to be taken back
   */
  boolean convert(ValueDecoder in, CellWriter out);
}
