package io.cqlai.parquet.spi;

import io.cqlai.parquet.error.Place;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.io.OutputFile;

/**
 * A file whose fields were matched to the columns of a table. It consists of parts, which are read
 * one by one: the row groups of a Parquet file, the whole of a file of lines. It holds no stream:
 * each reader opens its own.
 */
public interface RowSource {

  /** Returns the file's path or URI, for messages. */
  String name();

  /** Returns how many parts there are. */
  int parts();

  /**
   * Returns how many rows a part has; empty where that shows only when it is read.
   *
   * @param part from 0
   */
  OptionalLong rows(int part);

  /**
   * Opens the rows of a part.
   *
   * @param part from 0
   * @param chunkRows the most rows of a chunk; above 0
   * @param rejected is told of the rows that cannot become rows of the table
   * @throws io.cqlai.parquet.error.TransferException STORAGE_FAILED when the file cannot be opened
   */
  RowReader open(int part, int chunkRows, RejectedRows rejected);

  /** Returns where a row stands, for messages. */
  Place place(int part, long position);

  /** Returns a line for each column: where its values come from, and what they may lose. */
  List<String> columns();

  /** Returns what a user should know, each as a sentence without its full stop. */
  List<String> warnings();

  /** Tells whether rejected rows of this file and of another can go into one file. */
  boolean sharesRejectsWith(RowSource other);

  /**
   * Opens a file for the rejected rows of this file, and of those that share it, in their format.
   *
   * @param target where to write; its stream is closed by {@link RejectWriter#finish()} or {@link
   *     RejectWriter#close()}
   * @param checkpoint is called for each row that is read again; what it throws ends the copying
   * @throws IOException when the target cannot be opened
   */
  RejectWriter openRejects(OutputFile target, Runnable checkpoint) throws IOException;
}
