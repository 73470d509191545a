package io.cqlai.parquet.copy;

/**
 * A bound on speed, as {@link CopyOption#RATE} has it.
 *
 * @param perSecond how many rows or bytes in a second; above 0
 * @param ofBytes whether it counts the bytes of cells as CQL has them, and not rows
 */
public record Rate(long perSecond, boolean ofBytes) {}
