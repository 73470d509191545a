package io.cqlai.parquet.report;

/**
 * Values of one column that arrived with less than they had.
 *
 * @param column the column's name in internal form; for members of JSON that no column takes, the
 *     member's
 * @param what what was lost, as a phrase: {@code "digits below a millisecond"}
 * @param count how many values; above 0
 */
public record Loss(String column, String what, long count) {}
