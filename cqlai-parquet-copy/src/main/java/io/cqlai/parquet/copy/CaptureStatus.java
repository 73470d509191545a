package io.cqlai.parquet.copy;

/** {@code CAPTURE} alone: what is being captured is asked for. */
public record CaptureStatus() implements CaptureStatement {}
