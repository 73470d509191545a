package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.type.DataType;
import io.cqlai.parquet.it.values.CqlCells;
import io.cqlai.parquet.it.values.FilledFields;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.Nullable;

/**
 * All that a table holds, as bytes.
 *
 * @param types column, in internal form, to type
 * @param rows key to column to bytes, of which null is null; the keys in their order
 */
public record StoredTable(Map<String, DataType> types, Map<String, Map<String, ByteBuffer>> rows) {

  /**
   * Reads a table whose key is one column of text.
   *
   * @param key the key column
   */
  public static StoredTable read(CqlSession session, CqlIdentifier table, String key) {
    Map<String, DataType> types = new LinkedHashMap<>();
    Map<String, Map<String, ByteBuffer>> rows = new TreeMap<>();
    var found = session.execute(SimpleStatement.newInstance("SELECT * FROM " + table.asCql(true)));
    TableMetadata metadata = metadata(session, table);
    for (ColumnDefinition column : found.getColumnDefinitions()) {
      // The description of a result does not say which types are frozen.
      types.put(
          column.getName().asInternal(),
          metadata.getColumn(column.getName()).orElseThrow().getType());
    }
    for (Row row : found) {
      Map<String, ByteBuffer> cells = new LinkedHashMap<>();
      int column = 0;
      for (String name : types.keySet()) {
        cells.put(name, row.getBytesUnsafe(column++));
      }
      rows.put(String.valueOf(row.getString(key)), cells);
    }
    return new StoredTable(types, rows);
  }

  private static TableMetadata metadata(CqlSession session, CqlIdentifier table) {
    return session
        .getKeyspace()
        .flatMap(keyspace -> session.getMetadata().getKeyspace(keyspace))
        .flatMap(keyspace -> keyspace.getTable(table))
        .orElseThrow();
  }

  /** The bytes of a cell. */
  @Nullable
  public ByteBuffer cell(String key, String column) {
    return rows.get(key).get(column);
  }

  /**
   * What another state of the table has that this one has not, or has not.
   *
   * @return for each row that is not the same, its key and what differs
   */
  public Map<String, String> differences(StoredTable other) {
    Map<String, String> differences = new TreeMap<>();
    Set<String> keys = new TreeSet<>(rows.keySet());
    keys.addAll(other.rows.keySet());
    for (String key : keys) {
      if (!rows.containsKey(key) || !other.rows.containsKey(key)) {
        differences.put(key, rows.containsKey(key) ? "is missing" : "is too much");
        continue;
      }
      types.forEach(
          (column, type) -> {
            // To Cassandra a value that ends early and one filled up with nulls are the same.
            ByteBuffer here = FilledFields.of(type, cell(key, column));
            ByteBuffer there = FilledFields.of(type, other.cell(key, column));
            if (!Objects.equals(here, there)) {
              differences.put(
                  key, column + " was " + shown(type, here) + ", is " + shown(type, there));
            }
          });
    }
    return differences;
  }

  private static String shown(DataType type, @Nullable ByteBuffer value) {
    String text = CqlCells.of(type, value).toString();
    return text.substring(0, Math.min(2_000, text.length()));
  }
}
