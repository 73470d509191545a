package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.RelationMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.ViewMetadata;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.cqlai.parquet.copy.NearestName;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.CreateTypes;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Finds tables and materialized views in the driver's picture of the schema. */
public final class Tables {

  private Tables() {}

  /**
   * Finds a table or a materialized view.
   *
   * @param keyspace in internal form, or null for the session's own
   * @param name in internal form
   * @throws TransferException with NO_SUCH_KEYSPACE or NO_SUCH_TABLE, and the nearest name
   */
  public static TableSchema find(CqlSession session, @Nullable String keyspace, String name) {
    KeyspaceMetadata in = keyspace(session, keyspace, name);
    CqlIdentifier identifier = CqlIdentifier.fromInternal(name);
    Optional<TableMetadata> table = in.getTable(identifier);
    if (table.isPresent()) {
      return schema(in, table.get(), false);
    }
    Optional<ViewMetadata> view = in.getView(identifier);
    if (view.isPresent()) {
      return schema(in, view.get(), true);
    }
    List<String> names =
        Stream.concat(in.getTables().keySet().stream(), in.getViews().keySet().stream())
            .map(CqlIdentifier::asInternal)
            .toList();
    throw TransferException.of(
        ErrorCode.NO_SUCH_TABLE,
        "Keyspace " + in.getName().asCql(true) + " has no table " + CqlName.quoteIfNeeded(name),
        didYouMean(name, names, "Create it, or check its name"));
  }

  private static KeyspaceMetadata keyspace(
      CqlSession session, @Nullable String keyspace, String table) {
    Map<CqlIdentifier, KeyspaceMetadata> all = session.getMetadata().getKeyspaces();
    Optional<CqlIdentifier> named =
        keyspace == null
            ? session.getKeyspace()
            : Optional.of(CqlIdentifier.fromInternal(keyspace));
    if (named.isEmpty()) {
      throw TransferException.of(
          ErrorCode.NO_SUCH_KEYSPACE,
          "Table "
              + CqlName.quoteIfNeeded(table)
              + " is named without a keyspace, and the session uses none",
          "Write keyspace.table, or USE a keyspace first");
    }
    KeyspaceMetadata found = all.get(named.get());
    if (found == null) {
      List<String> names = all.keySet().stream().map(CqlIdentifier::asInternal).toList();
      throw TransferException.of(
          ErrorCode.NO_SUCH_KEYSPACE,
          "There is no keyspace " + named.get().asCql(true),
          didYouMean(
              named.get().asInternal(),
              names,
              "Create it, or check its name and that the session's configuration does not leave it"
                  + " out (advanced.metadata.schema.refreshed-keyspaces)"));
    }
    return found;
  }

  private static String didYouMean(String name, Collection<String> names, String otherwise) {
    return NearestName.find(name, names)
        .map(near -> "Did you mean " + CqlName.quoteIfNeeded(near) + "?")
        .orElse(otherwise);
  }

  private static TableSchema schema(
      KeyspaceMetadata keyspace, RelationMetadata relation, boolean view) {
    List<Column> columns = new ArrayList<>();
    relation.getPartitionKey().forEach(c -> columns.add(column(c, ColumnRole.PARTITION_KEY)));
    relation
        .getClusteringColumns()
        .keySet()
        .forEach(c -> columns.add(column(c, ColumnRole.CLUSTERING)));
    for (ColumnMetadata other : relation.getColumns().values()) {
      boolean key =
          relation.getPartitionKey().contains(other)
              || relation.getClusteringColumns().containsKey(other);
      if (!key) {
        columns.add(column(other, other.isStatic() ? ColumnRole.STATIC : ColumnRole.REGULAR));
      }
    }
    boolean counters =
        relation.getColumns().values().stream().anyMatch(c -> c.getType() == DataTypes.COUNTER);
    RowSchema rows = new RowSchema(columns);
    return new TableSchema(
        keyspace.getName().asInternal(),
        relation.getName().asInternal(),
        rows,
        counters,
        view,
        CreateTypes.of(rows),
        createTable(relation));
  }

  private static Column column(ColumnMetadata column, ColumnRole role) {
    return new Column(column.getName().asInternal(), DriverTypes.of(column.getType()), role);
  }

  private static String createTable(RelationMetadata relation) {
    String described = relation.describe(true).strip();
    return described.endsWith(";")
        ? described.substring(0, described.length() - 1).stripTrailing()
        : described;
  }
}
