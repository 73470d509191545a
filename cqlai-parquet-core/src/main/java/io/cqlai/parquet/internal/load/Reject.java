package io.cqlai.parquet.internal.load;

import javax.annotation.Nullable;

/**
 * A row that was not written, and why.
 *
 * @param row where it stands
 * @param column the column at fault in internal form, or null where it is the row as a whole
 * @param key the row's primary key as text, or null where it could not be read
 * @param reason why, as a phrase
 * @param outcomeUnknown whether nobody knows if it was applied all the same
 */
public record Reject(
    RowPlace row,
    @Nullable String column,
    @Nullable String key,
    String reason,
    boolean outcomeUnknown) {}
