package io.cqlai.parquet.internal.parquet.read;

/** Which elements of collections and values of maps may be null when a file is read. */
enum PartNulls {
  /**
   * Those that a server takes back: elements of frozen lists. All others make their row a reject.
   */
  AS_SERVERS_TAKE_THEM,
  /** All, as they are in the file. */
  KEPT
}
