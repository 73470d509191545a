package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of the cluster's nodes, as the driver knows them. */
public final class Ring {

  private static final String MURMUR3 = "Murmur3Partitioner";

  private Ring() {}

  /**
   * Returns the tokens of all nodes, or empty where the server has no token map (a service that
   * hides its nodes): then a table is read by one query.
   *
   * @throws TransferException for a partitioner other than Murmur3
   */
  public static Optional<List<Long>> tokens(CqlSession session) {
    Optional<TokenMap> map = session.getMetadata().getTokenMap();
    if (map.isEmpty()) {
      return Optional.empty();
    }
    String partitioner = map.get().getPartitionerName();
    if (!partitioner.endsWith(MURMUR3)) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "The cluster uses " + partitioner + ", and only " + MURMUR3 + " is supported",
          "Export with a query of your own instead of a table");
    }
    List<Long> tokens = new ArrayList<>();
    for (TokenRange range : map.get().getTokenRanges()) {
      tokens.add(value(map.get(), range.getEnd()));
    }
    return Optional.of(tokens);
  }

  /** The public interface of a token hides its number; its printed form is the number. */
  private static long value(TokenMap map, Token token) {
    return Long.parseLong(map.format(token));
  }
}
