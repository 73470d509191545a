package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.schema.RowSchema;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How digests of rows are made.
 *
 * @param rows what a row is made of
 * @param kept what the file keeps of each column
 * @param partitionKey the names of the columns that tell the slice of a row; none for one slice
 * @param slicing which rows have a digest of their own
 */
public record RowDigests(
    RowSchema rows, List<KeptPrecision> kept, List<String> partitionKey, Slicing slicing) {

  public RowDigests {
    kept = List.copyOf(kept);
    partitionKey = List.copyOf(partitionKey);
  }

  /** Returns the digest of a file without rows. */
  public FileDigest ofNothing() {
    return new FileDigest(partitionKey, new SliceSums(slicing.count()));
  }

  /** Returns what one thread counts with. */
  public DigestCounter counter() {
    RowHasher hasher = new RowHasher(rows.columns(), kept, IntStream.range(0, rows.size()));
    return new DigestCounter(hasher, slicing);
  }
}
