package io.cqlai.parquet.internal.parquet.read;

/**
 * A row that was not taken.
 *
 * @param position where it stands in its row group, from 0
 * @param column the table's column at fault; empty where none is
 * @param reason why, as a phrase, with the value at fault
 */
public record RejectedRow(long position, String column, String reason) {}
