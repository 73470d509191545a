package io.cqlai.parquet.copy;

import java.util.Optional;

/**
 * One column of a COPY FROM, and the field of the file that fills it.
 *
 * @param column the column of the table
 * @param field the field's name in the file where {@code column = field} gives one; empty where the
 *     field is found by the column's own name. A field written without quotes is in lower case
 *     here, as all names are.
 */
public record ColumnMapping(Name column, Optional<String> field) {}
