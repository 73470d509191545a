package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.NearestName;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.ColumnMatch.Pair;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the field of one file for each column of a table: by name; by position where a column list
 * is given of which no name exists in the file and the counts are equal.
 */
final class ColumnMatcher {

  private final TableSchema table;
  private final String file;
  private final List<String> fields;
  private final SchemaMode mode;
  private final List<Column> lacking = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private ColumnMatcher(TableSchema table, String file, List<String> fields, SchemaMode mode) {
    this.table = table;
    this.file = file;
    this.fields = fields;
    this.mode = mode;
  }

  /**
   * Matches a file.
   *
   * @param choices the columns that were listed; none for all that the file has
   * @param fields the file's fields in its order
   * @param extras fields of the file that are never a column's and need not be mentioned
   * @throws TransferException when a column, a field or part of the key is missing
   */
  static ColumnMatch match(
      TableSchema table,
      List<ColumnChoice> choices,
      String file,
      List<String> fields,
      Set<String> extras,
      SchemaMode mode) {
    return new ColumnMatcher(table, file, fields, mode).match(choices, extras);
  }

  private ColumnMatch match(List<ColumnChoice> choices, Set<String> extras) {
    List<Pair> pairs = choices.isEmpty() ? byTable() : byList(choices);
    for (Pair pair : pairs) {
      if (Collections.frequency(fields, pair.field()) > 1) {
        throw failed(
            ErrorCode.UNSUPPORTED_FILE,
            "The file has "
                + Collections.frequency(fields, pair.field())
                + " fields named "
                + pair.field()
                + ", and column "
                + pair.column().cqlName()
                + " needs one",
            "Write the file again with distinct names");
      }
    }
    checkKey(pairs);
    List<String> unused = unused(pairs, extras);
    tellUnused(unused);
    return new ColumnMatch(pairs, lacking, unused, warnings);
  }

  private List<Pair> byTable() {
    List<Pair> pairs = new ArrayList<>();
    for (Column column : table.rows().columns()) {
      if (fields.contains(column.name())) {
        pairs.add(new Pair(column, column.name()));
      } else {
        lacking.add(column);
      }
    }
    if (pairs.isEmpty()) {
      throw failed(
          ErrorCode.NO_SUCH_COLUMN,
          "No field of the file has the name of a column: the file has "
              + named(fields)
              + "; table "
              + table.cqlName()
              + " has "
              + named(table.rows().names()),
          "List the columns with the fields that fill them, as in ("
              + table.rows().column(0).cqlName()
              + " = "
              + CqlName.quoteIfNeeded(firstField())
              + ", …)");
    }
    List<Column> others = lacking.stream().filter(c -> !c.role().isKey()).toList();
    if (!others.isEmpty()) {
      String text = "The file has no field for " + columns(others) + hints(others);
      if (mode == SchemaMode.STRICT) {
        throw failed(
            ErrorCode.NO_SUCH_COLUMN,
            text + ", and SCHEMA_MODE is STRICT",
            "List the columns to fill, or say SCHEMA_MODE='EVOLVE' to leave these unset");
      }
      warn(text + ": these columns stay as they are");
    }
    return pairs;
  }

  private List<Pair> byList(List<ColumnChoice> choices) {
    List<Column> columns = choices.stream().map(c -> Columns.find(table, c.column())).toList();
    List<Pair> pairs = new ArrayList<>();
    List<Column> missing = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Column column = columns.get(i);
      String field = choices.get(i).field();
      if (field != null && !fields.contains(field)) {
        throw failed(
            ErrorCode.NO_SUCH_COLUMN,
            "The file has no field " + field + ", which was to fill column " + column.cqlName(),
            nearest(field, fields)
                .map(near -> "Did you mean " + CqlName.quoteIfNeeded(near) + "?")
                .orElse("It has " + named(fields)));
      }
      String wanted = field == null ? column.name() : field;
      if (fields.contains(wanted)) {
        pairs.add(new Pair(column, wanted));
      } else {
        missing.add(column);
      }
    }
    if (missing.isEmpty()) {
      return pairs;
    }
    if (pairs.isEmpty() && columns.size() == fields.size()) {
      return byPosition(columns);
    }
    throw failed(
        ErrorCode.NO_SUCH_COLUMN,
        "The file has no field for " + columns(missing) + "; it has " + named(fields),
        "Say which field fills it, as in (" + suggestion(missing.get(0), pairs) + ")");
  }

  private List<Pair> byPosition(List<Column> columns) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      pairs.add(new Pair(columns.get(i), fields.get(i)));
    }
    warn(
        "None of the listed columns is a field of the file, so they were matched by position: "
            + pairs.stream().map(Pair::text).collect(Collectors.joining(", ")));
    return pairs;
  }

  /** The whole key, or the partition key with static columns and nothing else. */
  private void checkKey(List<Pair> pairs) {
    List<Column> filled = pairs.stream().map(Pair::column).toList();
    List<Column> missing = table.primaryKey().stream().filter(c -> !filled.contains(c)).toList();
    boolean noClustering = filled.stream().noneMatch(c -> c.role() == ColumnRole.CLUSTERING);
    boolean staticsAlone =
        noClustering
            && filled.stream().anyMatch(c -> c.role() == ColumnRole.STATIC)
            && filled.stream().noneMatch(c -> c.role() == ColumnRole.REGULAR);
    boolean partitionKeyMissing =
        missing.stream().anyMatch(c -> c.role() == ColumnRole.PARTITION_KEY);
    if (missing.isEmpty() || (staticsAlone && !partitionKeyMissing)) {
      return;
    }
    throw failed(
        ErrorCode.NO_SUCH_COLUMN,
        "The primary key of "
            + table.cqlName()
            + " needs "
            + columns(missing)
            + ", and nothing in the file fills it"
            + hints(missing),
        "Say which field fills it, as in (" + suggestion(missing.get(0), pairs) + ", …)");
  }

  private List<String> unused(List<Pair> pairs, Set<String> extras) {
    List<String> columns = table.rows().names();
    Set<String> used = pairs.stream().map(Pair::field).collect(Collectors.toSet());
    return fields.stream()
        .filter(f -> !used.contains(f) && !extras.contains(f) && !columns.contains(f))
        .distinct()
        .toList();
  }

  private void tellUnused(List<String> unused) {
    if (unused.isEmpty()) {
      return;
    }
    String text = "Table " + table.cqlName() + " has no column for " + named(unused);
    if (mode == SchemaMode.STRICT) {
      throw failed(
          ErrorCode.NO_SUCH_COLUMN,
          text + ", and SCHEMA_MODE is STRICT",
          "Add the column to the table, or say SCHEMA_MODE='EVOLVE' to leave it out");
    }
    warn(text + ": left out");
  }

  private String firstField() {
    return fields.isEmpty() ? "field" : fields.get(0);
  }

  /** A field that none of the pairs uses and whose name is near, or the first such. */
  private String suggestion(Column column, List<Pair> pairs) {
    List<String> free =
        fields.stream().filter(f -> pairs.stream().noneMatch(p -> p.field().equals(f))).toList();
    String field = nearest(column.name(), free).orElse(free.isEmpty() ? "field" : free.get(0));
    return column.cqlName() + " = " + CqlName.quoteIfNeeded(field);
  }

  /** Fields that differ from the columns in upper and lower case alone. */
  private String hints(List<Column> missing) {
    List<String> hints = new ArrayList<>();
    for (Column column : missing) {
      fields.stream()
          .filter(f -> f.equalsIgnoreCase(column.name()))
          .findFirst()
          .ifPresent(f -> hints.add(new Pair(column, f).text()));
    }
    return hints.isEmpty()
        ? ""
        : " (names differ in upper and lower case: " + String.join(", ", hints) + " would match)";
  }

  private static Optional<String> nearest(String name, Collection<String> names) {
    Optional<String> sameLetters = names.stream().filter(name::equalsIgnoreCase).findFirst();
    return sameLetters.isPresent() ? sameLetters : NearestName.find(name, names);
  }

  private static String columns(List<Column> columns) {
    return (columns.size() == 1 ? "column " : "columns ")
        + columns.stream().map(Column::cqlName).collect(Collectors.joining(", "));
  }

  private static String named(List<String> names) {
    return names.stream().map(CqlName::quoteIfNeeded).collect(Collectors.joining(", "));
  }

  private void warn(String sentence) {
    warnings.add("[" + file + "] " + sentence);
  }

  private TransferException failed(ErrorCode code, String problem, String remedy) {
    return TransferException.of(code, problem, remedy).at(Place.file(file));
  }
}
