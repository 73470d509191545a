package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cluster's ring for one keyspace, as the driver knows it. */
public final class Ring {

  private static final String MURMUR3 = "Murmur3Partitioner";

  private final TokenMap map;
  private final CqlIdentifier keyspace;

  private Ring(TokenMap map, CqlIdentifier keyspace) {
    this.map = map;
    this.keyspace = keyspace;
  }

  /**
   * Returns the ring, or empty where the server has no token map (a service that hides its nodes):
   * then a table is read by one query.
   *
   * @param keyspace its name in internal form
   * @throws TransferException for a partitioner other than Murmur3
   */
  public static Optional<Ring> of(CqlSession session, String keyspace) {
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
    return Optional.of(new Ring(map.get(), CqlIdentifier.fromInternal(keyspace)));
  }

  /** Returns the tokens of all nodes. The public interface hides the number; its text is it. */
  public List<Long> tokens() {
    List<Long> tokens = new ArrayList<>();
    for (TokenRange range : map.getTokenRanges()) {
      tokens.add(Long.parseLong(map.format(range.getEnd())));
    }
    return tokens;
  }

  /** Returns how many nodes there are that own a part of it. */
  public int nodes() {
    Set<Node> nodes = new HashSet<>();
    for (TokenRange range : map.getTokenRanges()) {
      nodes.addAll(map.getReplicas(keyspace, range));
    }
    return Math.max(1, nodes.size());
  }

  /**
   * Returns what tells the tokens of rows.
   *
   * @param cells the positions of the partition key's columns in a row, in the key's order
   */
  public KeyTokens keyTokens(int[] cells) {
    return new KeyTokens(map, cells);
  }

  /** Returns the token by which a request for a stretch finds a replica of it. */
  public Token token(TokenSpan span) {
    return map.parse(Long.toString(span.end()));
  }

  /**
   * Orders stretches so that neighbours in the list have different nodes as their first replica:
   * those that are read at the same time then load all nodes alike.
   *
   * @param spans each with one set of replicas
   */
  public List<TokenSpan> spread(List<TokenSpan> spans) {
    Map<Set<Node>, Deque<TokenSpan>> byReplicas = new LinkedHashMap<>();
    for (TokenSpan span : spans) {
      byReplicas
          .computeIfAbsent(map.getReplicas(keyspace, token(span)), nodes -> new ArrayDeque<>())
          .add(span);
    }
    List<TokenSpan> spread = new ArrayList<>(spans.size());
    while (spread.size() < spans.size()) {
      for (Deque<TokenSpan> group : byReplicas.values()) {
        if (!group.isEmpty()) {
          spread.add(group.remove());
        }
      }
    }
    return spread;
  }
}
