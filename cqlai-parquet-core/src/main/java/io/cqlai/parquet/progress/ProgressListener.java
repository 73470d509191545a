package io.cqlai.parquet.progress;

/**
 * Hears how a transfer goes on. Called on the transfer's own threads, a few times a second at most
 * and once at the end: an implementation returns quickly and is safe for use by several threads. An
 * exception that it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface ProgressListener {

  /** Hears nothing. */
  ProgressListener NONE = progress -> {};

  /** Hears where the transfer is. */
  void progressed(Progress progress);
}
