package io.cqlai.parquet.progress;

import java.time.Duration;

/**
 * Hears what becomes of the requests and rows of transfers, so that an application can count them
 * in metrics of its own. One listener may serve any number of transfers.
 *
 * <p>Called for requests, pages and batches, never for each row that is taken; on the transfer's
 * threads and on the driver's, on several at once, and with no lock of the transfer held, which it
 * may cancel: an implementation returns at once and never blocks. An exception that it throws is
 * logged, once for a transfer, and changes nothing. A method that is not implemented does nothing.
 */
public interface MetricsListener {

  /** Hears nothing. */
  MetricsListener NONE = new MetricsListener() {};

  /**
   * Hears of a request that succeeded.
   *
   * @param latency the time from its being sent to its answer
   */
  default void requestSucceeded(RequestKind kind, Duration latency) {}

  /**
   * Hears of a request that failed. It may be sent again, in parts, or not at all.
   *
   * @param latency the time from its being sent to the failure
   */
  default void requestFailed(RequestKind kind, RequestFailure failure, Duration latency) {}

  /** Hears that a request that failed is going to be sent again, as a whole or in parts. */
  default void requestRepeated(RequestKind kind, RequestFailure failure) {}

  /** Hears that an export reads the rest of a token range in smaller ones, because it failed. */
  default void rangeCut() {}

  /**
   * Hears of rows that have arrived: encoded by an export, or taken by the server.
   *
   * @param rows how many; above 0
   * @param bytes the size of their cells
   */
  default void rowsArrived(long rows, long bytes) {}

  /**
   * Hears of rows that did not fit, or that the server refused.
   *
   * @param rows how many; above 0
   */
  default void rowsRejected(long rows) {}
}
