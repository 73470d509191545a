package io.cqlai.parquet.error;

/**
 * The stable codes of {@link TransferException}. A code keeps its meaning in every later version;
 * messages may change.
 */
public enum ErrorCode {
  /** A statement could not be parsed. */
  BAD_STATEMENT,
  /** An option's value is out of range, or contradicts another option. */
  BAD_OPTION,
  /** The keyspace does not exist, or none was named. */
  NO_SUCH_KEYSPACE,
  /** The table does not exist. */
  NO_SUCH_TABLE,
  /** A column does not exist in the table or in the file. */
  NO_SUCH_COLUMN,
  /** The query was refused by the server. */
  BAD_QUERY,
  /** The file or directory to read does not exist. */
  NO_SUCH_FILE,
  /** The place is outside the {@code Access} that was given. */
  ACCESS_DENIED,
  /** The target exists, and replacing it was not asked for. */
  TARGET_EXISTS,
  /** The target is a directory, is not writable, or lies in no existing directory. */
  TARGET_UNUSABLE,
  /** Reading or writing a file failed: a full or failing disk, a lost connection. */
  STORAGE_FAILED,
  /** The file is not a Parquet file. */
  NOT_PARQUET,
  /** The file is a Parquet file that is truncated, corrupted or contradicts itself. */
  CORRUPT_FILE,
  /** The file is encrypted, and no key was given. */
  ENCRYPTED_FILE,
  /** The file uses a codec, an encoding or a type that this version cannot read. */
  UNSUPPORTED_FILE,
  /** A column's type and the other side's type cannot be brought together. */
  TYPE_MISMATCH,
  /** A query's result has other columns than what was captured, or than the file it is added to. */
  SCHEMA_DIFFERS,
  /** The checkpoint that RESUME would go on from is of another job. */
  CHECKPOINT_DIFFERS,
  /** The checkpoint is in use by another job, damaged, or cannot be written. */
  CHECKPOINT_UNUSABLE,
  /** More rows did not fit, or were refused, than MAXERRORS accepts. */
  TOO_MANY_ERRORS,
  /** No node could be reached, or too few replicas are alive for the consistency level. */
  SERVER_UNAVAILABLE,
  /** The server or the connection timed out. */
  SERVER_TIMEOUT,
  /** The server refused a request: invalid, unauthorized, or failing on its side. */
  SERVER_REFUSED,
  /** The session that was given is closed. */
  SESSION_CLOSED,
  /** The table was altered or dropped while the transfer ran. */
  SCHEMA_CHANGED,
  /** The transfer was cancelled or its thread interrupted. */
  CANCELLED,
  /** The caller may not do this here, for example wait on one of the driver's own threads. */
  BAD_CALL,
  /** The memory that the transfer may use was exhausted. */
  OUT_OF_MEMORY,
  /** What is asked for exists in the field, and not in this version. */
  UNSUPPORTED,
  /** A defect of this library: please report it. */
  INTERNAL
}
