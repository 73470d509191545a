package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.TableSchema;
import java.util.Set;
import javax.annotation.Nullable;

/** Tells tables that can be written from those that only can be read. */
final class WritableTable {

  private static final Set<String> SYSTEM =
      Set.of(
          "system",
          "system_schema",
          "system_auth",
          "system_distributed",
          "system_traces",
          "system_cluster_metadata",
          "system_views",
          "system_virtual_schema");

  private WritableTable() {}

  /**
   * Checks a keyspace, before it is looked for: drivers leave the server's own out of what they
   * know.
   *
   * @throws TransferException when it is one of the server's own
   */
  static void checkKeyspace(@Nullable String keyspace, String table) {
    if (keyspace != null && SYSTEM.contains(keyspace)) {
      throw ofTheServer(CqlName.qualified(keyspace, table));
    }
  }

  /**
   * Checks a table.
   *
   * @throws TransferException when it is a materialized view, or virtual
   */
  static void check(CqlSession session, TableSchema table) {
    if (table.view()) {
      throw refused(
          table.cqlName() + " is a materialized view, and the server fills it",
          "Import into the table that it is a view of");
    }
    boolean virtual =
        session
            .getMetadata()
            .getKeyspace(CqlIdentifier.fromInternal(table.keyspace()))
            .map(KeyspaceMetadata::isVirtual)
            .orElse(false);
    if (virtual || SYSTEM.contains(table.keyspace())) {
      throw ofTheServer(table.cqlName());
    }
  }

  private static TransferException ofTheServer(String table) {
    return refused(
        table + " is one of the server's own tables, which cannot be imported into",
        "Import into a table of a keyspace of your own");
  }

  private static TransferException refused(String problem, String remedy) {
    return TransferException.of(ErrorCode.UNSUPPORTED, problem, remedy);
  }
}
