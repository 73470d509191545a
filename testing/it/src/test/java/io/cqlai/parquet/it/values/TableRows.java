package io.cqlai.parquet.it.values;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.it.readers.Cells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of a query as text, so that two tables can be compared. */
public final class TableRows {

  private TableRows() {}

  /**
   * All rows of a table.
   *
   * @param table its name as CQL writes it
   * @return each row's cells, by column, as JSON; in the order of these texts
   */
  public static List<String> of(CqlSession session, String table) {
    return ofQuery(session, "SELECT * FROM " + table);
  }

  /** All rows of a query; see {@link #of}. */
  public static List<String> ofQuery(CqlSession session, String query) {
    List<String> rows = new ArrayList<>();
    ResultSet found = session.execute(query);
    for (Row row : found) {
      ObjectNode cells = Cells.NODES.objectNode();
      for (ColumnDefinition column : found.getColumnDefinitions()) {
        cells.set(
            column.getName().asInternal(),
            CqlCells.of(column.getType(), row.getBytesUnsafe(column.getName())));
      }
      rows.add(cells.toString());
    }
    Collections.sort(rows);
    return rows;
  }
}
