package io.cqlai.parquet.internal.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A stretch of the Murmur3 ring: all tokens above {@code start}, up to and including {@code end}.
 * It never wraps around. No partition has the token {@code Long.MIN_VALUE}, so that the stretch
 * from there to {@code Long.MAX_VALUE} is the whole ring.
 */
public record TokenSpan(long start, long end) {

  /** The whole ring. */
  public static final TokenSpan RING = new TokenSpan(Long.MIN_VALUE, Long.MAX_VALUE);

  /**
   * Cuts a stretch at the tokens of the nodes, so that each piece has one set of replicas.
   *
   * @param tokens where to cut; those outside do not count
   * @return the pieces in the order of the ring; empty where the stretch itself is
   */
  public static List<TokenSpan> cut(TokenSpan whole, Collection<Long> tokens) {
    List<TokenSpan> pieces = new ArrayList<>();
    long from = whole.start;
    for (long token : new TreeSet<>(tokens)) {
      if (token > from && token < whole.end) {
        pieces.add(new TokenSpan(from, token));
        from = token;
      }
    }
    if (from < whole.end) {
      pieces.add(new TokenSpan(from, whole.end));
    }
    return pieces;
  }

  /**
   * Cuts this stretch into pieces of equal width.
   *
   * @param count how many; above 0. A stretch of fewer tokens becomes one piece for each
   */
  public List<TokenSpan> split(int count) {
    long step = Long.divideUnsigned(end - start, count); // the width may take all 64 bits
    if (step == 0) {
      return count == 1 ? List.of(this) : split(Math.max(1, (int) (end - start)));
    }
    List<TokenSpan> pieces = new ArrayList<>(count);
    long from = start;
    for (int i = 1; i < count; i++) {
      long to = start + i * step;
      pieces.add(new TokenSpan(from, to));
      from = to;
    }
    pieces.add(new TokenSpan(from, end));
    return pieces;
  }

  /** Returns what this stretch and another have in common; empty where that is nothing. */
  public Optional<TokenSpan> common(TokenSpan other) {
    long from = Math.max(start, other.start);
    long to = Math.min(end, other.end);
    return from < to ? Optional.of(new TokenSpan(from, to)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "(" + start + ", " + end + "]";
  }
}
