package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.type.DataType;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.util.List;
import javax.annotation.Nullable;

/**
 * One query that reads a part of what is exported, independently of the others.
 *
 * @param statement the bound statement, with no page size and no paging state; that of a stretch of
 *     the ring has its bounds as the first two values
 * @param types the types of the columns that it returned when it was prepared
 * @param span the stretch of the ring that it reads, or null for a query that runs as it is
 * @param keys where the rows have their partition key, or null where they do not have all of it
 */
public record ScanUnit(
    BoundStatement statement,
    List<DataType> types,
    @Nullable TokenSpan span,
    @Nullable KeyTokens keys) {

  public ScanUnit {
    types = List.copyOf(types);
  }

  /**
   * Returns the unit that reads a part of this one's stretch.
   *
   * @throws IllegalStateException when this one has none
   */
  public ScanUnit within(TokenSpan part) {
    if (span == null) {
      throw new IllegalStateException("A query that runs as it is has no parts");
    }
    return new ScanUnit(
        statement.setLong(0, part.start()).setLong(1, part.end()), types, part, keys);
  }

  /** Returns the bytes of the values that are bound, but for the bounds of the stretch. */
  public String values() {
    StringBuilder values = new StringBuilder();
    for (int i = span == null ? 0 : 2; i < statement.size(); i++) {
      boolean set = statement.isSet(i);
      values
          .append(set ? CellText.format(Scalar.BLOB, statement.getBytesUnsafe(i)) : "unset")
          .append(' ');
    }
    return values.toString();
  }
}
