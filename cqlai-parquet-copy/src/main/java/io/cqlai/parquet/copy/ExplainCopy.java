package io.cqlai.parquet.copy;

/**
 * {@code EXPLAIN COPY …}: the plan of a COPY is asked for, and nothing is to be moved.
 *
 * @param statement the COPY to be planned
 */
public record ExplainCopy(CopyStatement statement) implements Statement {}
