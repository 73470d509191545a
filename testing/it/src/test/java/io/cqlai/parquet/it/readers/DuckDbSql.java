package io.cqlai.parquet.it.readers;

/**
 * SQL of DuckDB that turns a value into the text of {@linkplain TaggedCells tagged cells}.
 *
 * <p>The integers behind dates and times come over, never JDBC's dates, which hold less.
 */
final class DuckDbSql {

  private DuckDbSql() {}

  /** The expression of the tagged text of a scalar. */
  static String text(String type, String value) {
    return switch (type) {
      case "FLOAT" -> "'f' || " + value + "::VARCHAR";
      case "DOUBLE" -> "'d' || " + value + "::VARCHAR";
      case "BLOB" -> "'v0x' || lower(hex(" + value + "))";
      case "DATE" -> "'D' || (" + value + " - DATE '1970-01-01')::VARCHAR";
      case "TIME", "TIME_NS" -> "'T' || epoch_ns(" + value + ")::VARCHAR";
      case "TIME WITH TIME ZONE" -> "'T' || epoch_ns(" + value + "::TIME)::VARCHAR";
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP WITH TIME ZONE" ->
          "'u' || epoch_us(" + value + ")::VARCHAR";
      case "TIMESTAMP_NS", "TIMESTAMPTZ_NS" -> "'n' || epoch_ns(" + value + ")::VARCHAR";
      case "INTERVAL" ->
          ("'v' || (datepart('year', %1$s) * 12 + datepart('month', %1$s))::VARCHAR || 'mo'"
                  + " || datepart('day', %1$s)::VARCHAR || 'd' || (((datepart('hour', %1$s) * 60"
                  + " + datepart('minute', %1$s)) * 60000000 + datepart('microsecond', %1$s))"
                  + " * 1000)::VARCHAR || 'ns'")
              .formatted(value);
      default -> "'v' || " + value + "::VARCHAR";
    };
  }

  /** The name as DuckDB's SQL needs it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
