package io.cqlai.parquet.schema;

/**
 * A column of a table or of a query's result.
 *
 * @param name its name in internal form: the exact characters, without quotes
 * @param type its CQL type
 * @param role what it is in the table's key; {@link ColumnRole#REGULAR} where that is not known
 */
public record Column(String name, CqlType type, ColumnRole role) {

  /** Returns the name as CQL writes it, quoted where it has to be. */
  public String cqlName() {
    return CqlName.quoteIfNeeded(name);
  }

  /** Returns name and type as CQL defines a column, for example {@code age int}. */
  public String toCql() {
    return cqlName() + " " + type.toCql();
  }
}
