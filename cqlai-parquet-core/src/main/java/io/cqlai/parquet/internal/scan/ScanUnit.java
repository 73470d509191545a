package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.type.DataType;
import java.util.List;
import javax.annotation.Nullable;

/**
 * One query that reads a part of what is exported, independently of the others.
 *
 * @param statement the bound statement, with no page size and no paging state
 * @param types the types of the columns that it returned when it was prepared
 * @param span the stretch of the ring that it reads, or null for a query that runs as it is
 */
public record ScanUnit(Statement<?> statement, List<DataType> types, @Nullable TokenSpan span) {

  public ScanUnit {
    types = List.copyOf(types);
  }
}
