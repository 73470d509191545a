package io.cqlai.parquet.it.readers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A type of DuckDB, parsed from the text that DESCRIBE gives. */
sealed interface DuckDbType {

  /**
   * The SQL expression of type JSON that makes a cell of a value, its texts those of {@link
   * TaggedCells}.
   *
   * @param value the value's own expression
   * @param depth in how many lambdas it stands
   */
  String expression(String value, int depth);

  /** A scalar, its parameters left out: {@code DECIMAL}, {@code TIMESTAMP WITH TIME ZONE}. */
  record Scalar(String name) implements DuckDbType {

    @Override
    public String expression(String value, int depth) {
      return "to_json(" + DuckDbSql.text(name, value) + ")";
    }
  }

  /** A list, or an array of a fixed length. */
  record Elements(DuckDbType element) implements DuckDbType {

    @Override
    public String expression(String value, int depth) {
      String each = "e" + depth;
      String cell = element.expression(each, depth + 1);
      return "to_json(list_transform(" + value + ", lambda " + each + ": " + cell + "))";
    }
  }

  /** A struct. */
  record Fields(Map<String, DuckDbType> fields) implements DuckDbType {

    @Override
    public String expression(String value, int depth) {
      StringJoiner cells = new StringJoiner(", ", "{", "}");
      fields.forEach(
          (field, type) -> {
            String name = DuckDbSql.quoted(field);
            cells.add(name + ": " + type.expression(value + "." + name, depth + 1));
          });
      return "CASE WHEN " + value + " IS NULL THEN NULL ELSE to_json(" + cells + ") END";
    }
  }

  /** A map. */
  record Entries(DuckDbType key, DuckDbType value) implements DuckDbType {

    @Override
    public String expression(String map, int depth) {
      String each = "e" + depth;
      String keyCell = key.expression(each + ".key", depth + 1);
      String valueCell = value.expression(each + ".value", depth + 1);
      String pair = "[" + keyCell + ", " + valueCell + "]";
      return "to_json(list_transform(map_entries(" + map + "), lambda " + each + ": " + pair + "))";
    }
  }

  /** Parses a whole text. */
  static DuckDbType parse(String text) {
    Parser parser = new Parser(text);
    DuckDbType type = parser.type();
    if (parser.at < text.length()) {
      throw new IllegalArgumentException("not a DuckDB type: " + text);
    }
    return type;
  }

  /** A parser by recursive descent. */
  final class Parser {

    private final String text;
    private int at;

    private Parser(String text) {
      this.text = text;
    }

    private DuckDbType type() {
      DuckDbType type;
      if (take("STRUCT(")) {
        Map<String, DuckDbType> fields = new LinkedHashMap<>();
        do {
          String name = name();
          expect(" ");
          fields.put(name, type());
        } while (take(", "));
        expect(")");
        type = new Fields(fields);
      } else if (take("MAP(")) {
        DuckDbType key = type();
        expect(", ");
        type = new Entries(key, type());
        expect(")");
      } else {
        type = scalar();
      }
      while (take("[")) {
        at = text.indexOf(']', at) + 1;
        type = new Elements(type);
      }
      return type;
    }

    private DuckDbType scalar() {
      int start = at;
      while (at < text.length() && ",)[(".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String name = text.substring(start, at);
      if (take("(")) {
        skipParameters();
      }
      return new Scalar(name.replace("\"", ""));
    }

    /** Goes behind the closing parenthesis; an enum's values may hold one, in quotes. */
    private void skipParameters() {
      boolean quoted = false;
      while (quoted || text.charAt(at) != ')') {
        quoted ^= text.charAt(at++) == '\'';
      }
      at++;
    }

    private String name() {
      StringBuilder name = new StringBuilder();
      if (!take("\"")) {
        while (text.charAt(at) != ' ') {
          name.append(text.charAt(at++));
        }
        return name.toString();
      }
      while (!take("\"") || text.startsWith("\"", at)) {
        name.append(text.charAt(at++));
      }
      return name.toString();
    }

    private boolean take(String word) {
      boolean found = text.startsWith(word, at);
      at += found ? word.length() : 0;
      return found;
    }

    private void expect(String word) {
      if (!take(word)) {
        throw new IllegalArgumentException("expected " + word + " at " + at + " of " + text);
      }
    }
  }
}
