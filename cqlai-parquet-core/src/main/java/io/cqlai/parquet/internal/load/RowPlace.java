package io.cqlai.parquet.internal.load;

/**
 * Where a row stands in what is imported.
 *
 * @param file the position of its file, from 0
 * @param rowGroup its row group within the file, from 0
 * @param position the row within its row group, from 0
 */
public record RowPlace(int file, int rowGroup, long position) implements Comparable<RowPlace> {

  @Override
  public int compareTo(RowPlace other) {
    int byFile = Integer.compare(file, other.file);
    int byGroup = byFile != 0 ? byFile : Integer.compare(rowGroup, other.rowGroup);
    return byGroup != 0 ? byGroup : Long.compare(position, other.position);
  }
}
