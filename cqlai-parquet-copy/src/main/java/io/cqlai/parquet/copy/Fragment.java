package io.cqlai.parquet.copy;

/**
 * One statement of a script, not yet parsed.
 *
 * @param text from its first word to its last, without the comments around it and without the
 *     semicolon that ends it
 * @param offset index of its first {@code char} in the script, from 0
 * @param line line of the script on which it starts, from 1
 * @param column column in that line, from 1, counted in Unicode code points
 * @param terminated whether a semicolon ended it; only the last fragment of a script can lack one
 */
public record Fragment(String text, int offset, int line, int column, boolean terminated) {}
