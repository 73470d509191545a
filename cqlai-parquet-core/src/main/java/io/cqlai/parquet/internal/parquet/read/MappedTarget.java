package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.option.Conversion;
import java.util.List;

/**
 * A column of a table and how the file's field becomes it.
 *
 * @param file the field, with its type
 * @param needs the least that CONVERT has to allow for it
 * @param losses what values may lose under LENIENT and are rejected for under SAFE, as phrases
 */
public record MappedTarget(Target target, FileColumn file, Conversion needs, List<String> losses) {

  public MappedTarget {
    losses = List.copyOf(losses);
  }
}
