package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which rows go to the same nodes. It uses the ring as it was when this was made: when nodes
 * come or go meanwhile, rows still arrive, by one node more.
 */
final class ReplicaSets {

  private final Optional<TokenMap> ring;

  ReplicaSets(CqlSession session) {
    this.ring = session.getMetadata().getTokenMap();
  }

  /** Returns what is equal for rows that have the same replicas. */
  Set<?> of(LoadSpec spec, RowView row) {
    if (ring.isEmpty()) {
      return Set.of();
    }
    int[] key = spec.keyCells();
    ByteBuffer[] parts = new ByteBuffer[spec.table().partitionKey().size()];
    for (int i = 0; i < parts.length; i++) {
      ByteBuffer cell = row.cell(key[i]);
      parts[i] = cell == null ? ByteBuffer.allocate(0) : cell.duplicate();
    }
    Token token = ring.get().newToken(parts);
    return ring.get().getReplicas(CqlIdentifier.fromInternal(spec.table().keyspace()), token);
  }
}
