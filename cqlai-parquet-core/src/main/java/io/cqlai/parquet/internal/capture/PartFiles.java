package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parts of a capture, in the order of their queries, and those that are joined already. */
final class PartFiles {

  /** Of small parts, so many in a row become one: thousands of queries leave few files. */
  private static final int MOST_SMALL = 64;

  private final List<Part> parts = new ArrayList<>();
  private final List<PartFile> leftOvers = new ArrayList<>();

  private record Part(PartFile file, long bytes) {}

  /** Makes one file of several. */
  @FunctionalInterface
  interface Join {

    /** Writes the parts to a file, and returns its size in bytes. */
    long write(List<PartFile> parts, StagedFile whole) throws IOException;
  }

  void add(PartFile file, long bytes) {
    parts.add(new Part(file, bytes));
  }

  List<PartFile> all() {
    return parts.stream().map(Part::file).toList();
  }

  /**
   * Looks whether all are as they were written; of text, nothing else would tell.
   *
   * @throws IOException when one is not
   */
  void check() throws IOException {
    for (Part part : parts) {
      NamedInput input = part.file.input();
      long length = input.file().getLength();
      if (length != part.bytes) {
        throw new IOException(
            "its part " + input.name() + " has " + length + " bytes by now, and had " + part.bytes);
      }
    }
  }

  long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }

  /** Tells whether so many small parts stand at the end that they should be joined. */
  boolean hasManySmall() {
    return parts.size() - smallFrom() >= MOST_SMALL;
  }

  private int smallFrom() {
    int from = parts.size();
    while (from > 0 && parts.get(from - 1).bytes < JoinedFile.SMALL_BYTES) {
      from--;
    }
    return from;
  }

  /**
   * Joins the small parts at the end to one, which takes their place.
   *
   * @param joined the part to write
   * @throws IOException when that fails; then all parts are as they were
   */
  void joinSmall(PartFile joined, Join join) throws IOException {
    check();
    List<Part> small = parts.subList(smallFrom(), parts.size());
    List<PartFile> files = small.stream().map(Part::file).toList();
    long bytes;
    try (joined) {
      bytes = join.write(files, joined);
      joined.publish();
    }
    small.clear();
    add(joined, bytes);
    leftOvers.addAll(files);
  }

  /**
   * Deletes what was joined.
   *
   * @throws io.cqlai.parquet.error.TransferException when one cannot be deleted; the others are,
   *     and it is tried again the next time
   */
  void deleteLeftOvers() {
    try (Committer discarded = new Committer()) {
      leftOvers.forEach(part -> discarded.add(part.asLeftOver()));
    }
    leftOvers.clear();
  }

  /**
   * Deletes all.
   *
   * @throws io.cqlai.parquet.error.TransferException as {@link #deleteLeftOvers()}
   */
  void discard() {
    leftOvers.addAll(all());
    parts.clear();
    deleteLeftOvers();
  }
}
