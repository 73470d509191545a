package io.cqlai.parquet.copy;

/** A statement that begins, ends or looks at the capture of queries' results. */
public sealed interface CaptureStatement extends Statement
    permits CaptureStart, CaptureOff, CaptureStatus {}
