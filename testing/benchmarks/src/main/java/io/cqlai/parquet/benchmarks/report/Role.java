package io.cqlai.parquet.benchmarks.report;

/** What a contender is to the others of its comparison. */
public enum Role {
  /** The driver alone: the most that can be reached. */
  CEILING,
  /** The library within a JVM that is warm. */
  OURS,
  /** The library with several threads, where {@link #OURS} has one. */
  OURS_IN_PARALLEL,
  /** The library with a checkpoint, where {@link #OURS} has none. */
  OURS_WITH_CHECKPOINT,
  /** The library as a program, from its start to its end. */
  OURS_AS_PROCESS,
  /** Another tool or encoder, and whatever else the library is compared with. */
  PEER
}
