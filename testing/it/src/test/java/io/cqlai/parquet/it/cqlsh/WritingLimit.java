package io.cqlai.parquet.it.cqlsh;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values that cqlsh's COPY TO writes as others, in a form that nobody reads, or not at all. A
 * value is known by its key in the tables of the matrix, which says column and sample.
 */
final class WritingLimit {

  /** Column, where within the value, at any depth, and sample. */
  private static final Pattern KEY =
      Pattern.compile("(?<column>.+?), (?<places>((of|key|value|field [0-9]+) )*)(?<sample>.*)");

  /** By type; beside them all that have no bytes, but for texts and blobs. */
  private static final Map<String, Set<String>> CHANGED =
      Map.ofEntries(
          Map.entry("ascii", Set.of("min", "max")), // escapes
          Map.entry("bigint", Set.of()),
          Map.entry("blob", Set.of()),
          Map.entry("boolean", Set.of("two")),
          Map.entry("date", Set.of("min", "max")), // a number of days
          Map.entry("decimal", Set.of("least scale", "more bytes than needed", "scale alone")),
          Map.entry("double", Set.of("NaN with payload", "signalling NaN")),
          Map.entry("duration", Set.of("zero", "more bytes than needed")), // nothing
          Map.entry("float", Set.of("NaN with payload", "signalling NaN")),
          Map.entry("inet", Set.of()),
          Map.entry("int", Set.of()),
          Map.entry("smallint", Set.of()),
          Map.entry("text", Set.of("min", "quotes and lines")), // escapes
          Map.entry("time", Set.of("negative", "a day")),
          Map.entry("timestamp", Set.of("year 1")), // a year of one digit
          Map.entry("timeuuid", Set.of()),
          Map.entry("tinyint", Set.of()),
          Map.entry("uuid", Set.of()),
          Map.entry("varint", Set.of("more bytes than needed")));

  private static final Set<String> ALL =
      CHANGED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

  /** Vectors of what has commas in its type, and maps by a type that has got one more field. */
  private static final Set<String> UNWRITTEN =
      Set.of(
          "f_in_map",
          "v_map",
          "v_tuple",
          "v_vector",
          "v_vector_of_vary",
          "varying_vectors",
          "vectors");

  private static final Set<String> ENDING =
      Set.of(
          "c_custom, one component",
          "c_custom, typical",
          "c_decimal, scale alone",
          "c_time, a day");

  private WritingLimit() {}

  /** Tells whether a value of the table of scalars ends the whole COPY TO. */
  static boolean endsTheExport(String key) {
    return ENDING.contains(key);
  }

  /** Tells whether a value does not come back. */
  static boolean isChanged(String table, String key) {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches()) {
      throw new IllegalArgumentException(key);
    }
    String sample = parts.group("sample");
    String places = parts.group("places");
    if (sample.equals("null") && places.isEmpty()) {
      return false;
    }
    String column = parts.group("column");
    if (sample.matches("null|all null|null inside|[0-9]+ fields") || UNWRITTEN.contains(column)) {
      return true; // None, False, or nothing at all
    }
    String type = type(table, column, places);
    Set<String> changed = CHANGED.getOrDefault(type, ALL);
    boolean isBytes = Set.of("ascii", "blob", "text").contains(type);
    boolean isOfScalar = table.equals("scalars") || !places.isEmpty();
    return changed.contains(sample)
        || (sample.equals("zero-length") && !(isBytes && isOfScalar))
        || (sample.matches("all|many") && (!changed.isEmpty() || table.equals("map_values")));
  }

  private static String type(String table, String column, String places) {
    if (table.equals("map_values") && places.startsWith("key")) {
      return "text";
    }
    boolean ofOther =
        table.equals("map_keys") && places.startsWith("value")
            || table.equals("tuples") && places.startsWith("field 1 ") && !column.equals("c_all");
    return ofOther ? "int" : column.substring(column.indexOf('_') + 1);
  }
}
