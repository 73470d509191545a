package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import io.cqlai.parquet.internal.digest.Slicing;
import io.cqlai.parquet.row.RowView;
import java.util.Arrays;

/**
 * The ring in slices of equal width, whatever nodes there are, so that digests of two clusters can
 * be compared.
 */
public final class TokenSlices implements Slicing {

  private static final int BITS = 6;
  private static final int COUNT = 1 << BITS;
  private static final int WIDTH_BITS = Long.SIZE - BITS;

  private final KeyTokens keys;
  private final Token[] starts = new Token[COUNT - 1];

  TokenSlices(TokenMap map, KeyTokens keys) {
    this.keys = keys;
    for (int slice = 1; slice < COUNT; slice++) {
      starts[slice - 1] = map.parse(Long.toString(span(slice).start() + 1));
    }
  }

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public int of(RowView row) {
    // The public interface hides a token's number, and compares tokens.
    int place = Arrays.binarySearch(starts, keys.tokenOf(row));
    return place < 0 ? -(place + 1) : place + 1;
  }

  /**
   * Returns the stretch of the ring that is a slice.
   *
   * @param slice from 0
   */
  public static TokenSpan span(int slice) {
    long begin = Long.MIN_VALUE + ((long) slice << WIDTH_BITS);
    long end = Long.MIN_VALUE + ((slice + 1L) << WIDTH_BITS) - 1;
    return new TokenSpan(slice == 0 ? begin : begin - 1, end);
  }
}
