package io.cqlai.parquet.internal.parquet.read;

/**
 * A column of a file: a field at the top of its schema.
 *
 * @param name its name, as it stands in the file
 * @param type its type, for people: {@code "INT64, TIMESTAMP(MICROS, UTC)"}
 */
public record FileColumn(String name, String type) {}
