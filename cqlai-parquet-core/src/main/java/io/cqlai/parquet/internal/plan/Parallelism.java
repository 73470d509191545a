package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.Optional;
import java.util.OptionalLong;

/** How much is done at once, by the options or by cores, nodes and memory. */
final class Parallelism {

  /** The heap's part that row groups in the making may take together, at their encoded size. */
  private static final int ROW_GROUPS_SHARE = 8;

  /** The heap's part that pages on their way may take together. */
  private static final int PAGES_SHARE = 8;

  /** Smaller ones compress worse, and a footer of too many of them fills the memory as well. */
  private static final long LEAST_ROW_GROUP_BYTES = 16L << 20;

  private static final long MOST_ROW_GROUP_BYTES = 64L << 20;
  private static final long MOST_PAGES_BYTES = 256L << 20;
  private static final int REQUESTS_PER_NODE = 4;

  /**
   * What a thread that reads takes of the heap at least: a cell of 16 MB is there several times.
   */
  private static final long HEAP_PER_READER = 256L << 20;

  /** And for each column: a page and a dictionary, compressed and not. */
  private static final long HEAP_PER_COLUMN = 8L << 20;

  /** Less is read before another thread has started. */
  private static final long FILE_BYTES_PER_READER = 4L << 20;

  /** A file is full when its last row group is: enough of them keep it near its size. */
  private static final int ROW_GROUPS_PER_FILE = 8;

  private static final int MOST_READ_REQUESTS = 64;

  private final CqlSession session;
  private final OptionSet options;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final long heap = Runtime.getRuntime().maxMemory();

  Parallelism(CqlSession session, OptionSet options) {
    this.session = session;
    this.options = options;
  }

  /** Returns how many nodes answer, 1 or more. */
  int nodes() {
    int nodes = 0;
    for (Node node : session.getMetadata().getNodes().values()) {
      nodes += node.getState() == NodeState.UP ? 1 : 0;
    }
    return Math.max(1, nodes);
  }

  /** Returns what CONCURRENCY says, if anything. */
  Optional<Integer> concurrency() {
    OptionalLong given = options.number(CopyOption.CONCURRENCY);
    return given.isPresent() ? Optional.of(Math.toIntExact(given.getAsLong())) : Optional.empty();
  }

  /** Returns how many pages are asked for at once. */
  int readRequests() {
    return concurrency()
        .orElse(Math.min(MOST_READ_REQUESTS, Math.max(cores, REQUESTS_PER_NODE * nodes())));
  }

  /**
   * Returns how many threads encode: as many as there are cores, if their row groups fit.
   *
   * @param units how many parts are read independently of each other
   */
  int writers(int units) {
    if (units == 1) {
      return 1; // the rows of a query keep their order
    }
    long fitting = heap / ROW_GROUPS_SHARE / rowGroupBytesGiven().orElse(LEAST_ROW_GROUP_BYTES);
    int byDefault = (int) Math.max(1, Math.min(cores, fitting));
    return (int) options.number(CopyOption.WRITERS).orElse(byDefault);
  }

  /**
   * Returns at how many encoded bytes a row group closes.
   *
   * @param writers how many threads encode
   * @param fileBytes how large a file may be
   * @throws TransferException when the option says more than that
   */
  long rowGroupBytes(int writers, long fileBytes) {
    if (rowGroupBytesGiven().orElse(0) > fileBytes) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "ROWGROUP_BYTES is "
              + rowGroupBytesGiven().getAsLong()
              + ", and no file is to have more than "
              + fileBytes,
          "Make it smaller, or MAX_FILE_SIZE larger");
    }
    // A checkpoint has a part, with a row group of its own, for each token range that is read.
    int open = CheckpointChoice.isMade(options) ? Math.max(writers, readRequests()) : writers;
    long share = heap / ((long) ROW_GROUPS_SHARE * open);
    return rowGroupBytesGiven()
        .orElse(Math.min(Math.min(MOST_ROW_GROUP_BYTES, share), fileBytes / ROW_GROUPS_PER_FILE));
  }

  /**
   * Returns at how many encoded bytes a part of a checkpoint takes no further token range: at half
   * of a row group, so that the rest of its last range still goes into that one. Of parts as many
   * are open as token ranges are read.
   */
  long partBytes(long rowGroupBytes) {
    return Math.min(rowGroupBytes, heap / ((long) ROW_GROUPS_SHARE * readRequests())) / 2;
  }

  /**
   * Returns how many threads read files: as many as there are cores, if what they hold fits.
   *
   * @param parts how many parts the files have that are read independently of each other
   * @param bytes the size of the files
   * @param columns how many columns are read
   */
  int readers(long parts, long bytes, int columns) {
    long useful = Math.min(parts, bytes / FILE_BYTES_PER_READER);
    long fitting = heap / Math.max(HEAP_PER_READER, columns * HEAP_PER_COLUMN);
    return (int) Math.max(1, Math.min(useful, Math.min(cores, fitting)));
  }

  /** Returns the bound on the heap that pages on their way take, in bytes. */
  long pagesBytes() {
    return Math.min(MOST_PAGES_BYTES, heap / PAGES_SHARE);
  }

  private OptionalLong rowGroupBytesGiven() {
    return options.number(CopyOption.ROWGROUP_BYTES);
  }
}
