package io.cqlai.parquet.copy;

/** {@code CAPTURE OFF}: the capture ends, and its file appears. */
public record CaptureOff() implements CaptureStatement {}
