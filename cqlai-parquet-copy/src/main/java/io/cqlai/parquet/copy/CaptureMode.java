package io.cqlai.parquet.copy;

/** A word before the path of a {@code CAPTURE}. */
public enum CaptureMode {
  /** The rows are added to the file that stands there. */
  APPEND,
  /** The rows are written, and not shown. */
  SILENT
}
