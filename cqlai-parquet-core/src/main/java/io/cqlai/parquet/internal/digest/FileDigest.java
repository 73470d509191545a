package io.cqlai.parquet.internal.digest;

import java.util.List;

/**
 * The digest of a file's rows.
 *
 * @param partitionKey the names of the columns that tell the slice of a row, in the key's order;
 *     none where there is one slice
 * @param sums the digest
 */
public record FileDigest(List<String> partitionKey, SliceSums sums) {

  public FileDigest {
    partitionKey = List.copyOf(partitionKey);
  }

  /** Tells whether another digest has the same slices. */
  public boolean isLike(FileDigest other) {
    return partitionKey.equals(other.partitionKey) && sums.count() == other.sums.count();
  }
}
