package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * Tells which rows go to the same nodes. It uses the ring as it was when this was made: when nodes
 * come or go meanwhile, rows still arrive, by one node more. Used by one thread at a time.
 */
final class ReplicaSets {

  private final Optional<TokenMap> ring;
  @Nullable private Keys keys;

  ReplicaSets(CqlSession session) {
    this.ring = session.getMetadata().getTokenMap();
  }

  /** Where the rows of one file have their partition key. */
  private record Keys(LoadSpec spec, CqlIdentifier keyspace, int[] cells) {
    static Keys of(LoadSpec spec) {
      int parts = spec.table().partitionKey().size();
      return new Keys(
          spec,
          CqlIdentifier.fromInternal(spec.table().keyspace()),
          Arrays.copyOf(spec.keyCells(), parts));
    }
  }

  /** Returns what is equal for rows that have the same replicas. */
  Set<?> of(LoadSpec spec, RowView row) {
    if (ring.isEmpty()) {
      return Set.of();
    }
    Keys at = keys;
    if (at == null || at.spec != spec) {
      at = Keys.of(spec);
      keys = at;
    }
    ByteBuffer[] parts = new ByteBuffer[at.cells.length];
    for (int i = 0; i < parts.length; i++) {
      ByteBuffer cell = row.cell(at.cells[i]);
      parts[i] = cell == null ? ByteBuffer.allocate(0) : cell.duplicate();
    }
    return ring.get().getReplicas(at.keyspace, ring.get().newToken(parts));
  }
}
