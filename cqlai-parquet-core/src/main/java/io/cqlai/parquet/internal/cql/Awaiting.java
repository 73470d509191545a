package io.cqlai.parquet.internal.cql;

import java.util.concurrent.CompletionStage;

/** Waits for requests on behalf of code that has no thread of its own. */
public interface Awaiting {

  /**
   * Returns what a stage completes with.
   *
   * @param what the request, as the subject of a sentence, for the message when it fails
   * @throws io.cqlai.parquet.error.TransferException when it fails or the transfer is cancelled
   */
  <T> T await(CompletionStage<T> stage, String what);
}
