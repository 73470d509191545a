package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.schema.Column;

/**
 * A column of a table, and where its values come from.
 *
 * @param field the name of a field at the top of the file's schema
 */
public record Target(Column column, String field) {}
