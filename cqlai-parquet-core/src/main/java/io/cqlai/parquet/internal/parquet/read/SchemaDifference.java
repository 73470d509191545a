package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import java.util.Optional;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The first difference between the schema of a file and that of rows to be added to it. The name of
 * the schema as a whole does not count: each program gives it another.
 */
public final class SchemaDifference {

  private SchemaDifference() {}

  /**
   * Returns in what the schema that rows were written with differs first from that of others, as
   * half a sentence; empty where it does not.
   */
  public static Optional<String> between(ParquetMapping written, ParquetMapping rows) {
    return between(written.messageType(), rows.messageType());
  }

  /** Returns it as half a sentence, or empty where there is none. */
  static Optional<String> between(MessageType file, MessageType rows) {
    int both = Math.min(file.getFieldCount(), rows.getFieldCount());
    for (int i = 0; i < both; i++) {
      Type there = file.getType(i);
      Type here = rows.getType(i);
      if (!there.equals(here)) {
        return Optional.of(
            "column " + (i + 1) + " is " + text(there) + " in the file, and here " + text(here));
      }
    }
    if (file.getFieldCount() == rows.getFieldCount()) {
      return Optional.empty();
    }
    return Optional.of(
        file.getFieldCount() > both
            ? "the file also has " + text(file.getType(both))
            : "the file has no column " + text(rows.getType(both)));
  }

  private static String text(Type type) {
    boolean required = type.isRepetition(Type.Repetition.REQUIRED);
    return (required ? "required " : "") + type.getName() + " " + TypeText.of(type);
  }
}
