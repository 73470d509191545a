package io.cqlai.parquet.spi;

/**
 * A row that was not taken.
 *
 * @param position where it stands in its part of the file, from 0
 * @param column the table's column at fault; empty where none is
 * @param reason why, as a phrase, with the value at fault
 */
public record RejectedRow(long position, String column, String reason) {}
