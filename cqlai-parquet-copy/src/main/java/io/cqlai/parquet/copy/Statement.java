package io.cqlai.parquet.copy;

/**
 * A statement that was parsed and checked as far as its text allows: names are resolved to their
 * internal form, options have typed values and do not contradict each other.
 */
public sealed interface Statement permits CopyStatement, ExplainCopy, Verify, CaptureStatement {}
