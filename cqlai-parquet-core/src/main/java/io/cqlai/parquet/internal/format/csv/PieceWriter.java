package io.cqlai.parquet.internal.format.csv;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes texts in pieces: Java's encoding writers copy what they are given as a whole. */
final class PieceWriter extends FilterWriter {

  private static final int PIECE = 8 << 10;

  PieceWriter(Writer target) {
    super(target);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    int end = offset + length;
    for (int at = offset; at < end; at += PIECE) {
      out.write(text, at, Math.min(PIECE, end - at));
    }
  }
}
