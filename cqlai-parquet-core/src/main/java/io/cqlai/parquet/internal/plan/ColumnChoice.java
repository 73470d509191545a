package io.cqlai.parquet.internal.plan;

import javax.annotation.Nullable;

/**
 * A column that an import is to fill.
 *
 * @param column the table's column in internal form
 * @param field the file's field, its exact characters; null for the one of the column's own name
 */
public record ColumnChoice(String column, @Nullable String field) {}
