package io.cqlai.parquet.copy;

import java.io.Serializable;

/**
 * A stretch of a statement's text.
 *
 * @param offset index of its first {@code char}, from 0
 * @param length how many {@code char}s it covers; 0 at the end of the text
 * @param line line of its first character, from 1; lines end at LF, CR LF or CR
 * @param column column of its first character in that line, from 1, counted in Unicode code points
 */
public record Place(int offset, int length, int line, int column) implements Serializable {}
