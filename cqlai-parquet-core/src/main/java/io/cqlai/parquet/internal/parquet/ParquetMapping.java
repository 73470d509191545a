package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.parquet.schema.MessageType;

/** Which columns a file has, and in which form each holds its values. Immutable. */
public final class ParquetMapping {

  private final RowSchema rows;
  private final List<MappedColumn> columns;
  private final MessageType messageType;

  private ParquetMapping(RowSchema rows, List<MappedColumn> columns) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.messageType = ParquetTypes.message(columns.stream().map(MappedColumn::field).toList());
  }

  /**
   * Maps the columns of a row.
   *
   * <p>A column of the partition key allows no null, nor does a clustering column; except in a
   * table that has static columns, where a partition with static values alone has none.
   *
   * @param rows the columns that are written; at least one
   * @param table the table that they are from, or null where they are a query's result
   * @param types the TYPES option: a column's name in internal form to the notation of a {@link
   *     Form}, which applies to each value of a fitting type within the column
   * @throws TransferException when a column cannot be written, in no form or not in the one that
   *     was asked for
   */
  public static ParquetMapping of(
      RowSchema rows, @Nullable TableSchema table, Profile profile, Map<String, String> types) {
    String source = table == null ? "the query's result" : table.cqlName();
    if (rows.size() == 0) {
      throw TransferException.of(
          ErrorCode.BAD_QUERY,
          "Cannot write " + source + " to Parquet: it has no columns",
          "Name at least one column");
    }
    for (String name : types.keySet()) {
      if (rows.indexOf(name).isEmpty()) {
        throw noSuchColumn(name, rows);
      }
    }
    boolean statics = rows.hasStatics() || table != null && table.rows().hasStatics();
    List<MappedColumn> columns = new ArrayList<>();
    for (Column column : rows.columns()) {
      Form wanted = wanted(column, types.get(column.name()));
      columns.add(
          new ColumnMapper(column, source, profile, wanted).map(isRequired(column, statics)));
    }
    return new ParquetMapping(rows, columns);
  }

  private static boolean isRequired(Column column, boolean statics) {
    return column.role() == ColumnRole.PARTITION_KEY
        || column.role() == ColumnRole.CLUSTERING && !statics;
  }

  @Nullable
  private static Form wanted(Column column, @Nullable String notation) {
    if (notation == null) {
      return null;
    }
    return Form.parse(notation)
        .orElseThrow(
            () ->
                TransferException.of(
                    ErrorCode.BAD_OPTION,
                    "TYPES gives column "
                        + column.cqlName()
                        + " the type '"
                        + notation
                        + "', which is none that it knows",
                    "Known are "
                        + List.of(Form.Simple.values()).stream()
                            .map(Form::notation)
                            .collect(Collectors.joining(", "))
                        + " and DECIMAL(p,s) with 1 <= p <= "
                        + Form.Decimal.MAX_DIGITS
                        + " and s <= p"));
  }

  private static TransferException noSuchColumn(String name, RowSchema rows) {
    return TransferException.of(
        ErrorCode.NO_SUCH_COLUMN,
        "TYPES names column " + CqlName.quoteIfNeeded(name) + ", which is not written",
        "Name one of "
            + rows.columns().stream().map(Column::cqlName).collect(Collectors.joining(", ")));
  }

  /** Returns the columns that are written. */
  public RowSchema rows() {
    return rows;
  }

  /** Returns the columns with their places in the file, in order. */
  public List<MappedColumn> columns() {
    return columns;
  }

  /** Returns the file's schema. */
  public MessageType messageType() {
    return messageType;
  }

  /** Returns what the file keeps of each column's values. */
  public List<KeptPrecision> kept() {
    return columns.stream().map(this::kept).toList();
  }

  private KeptPrecision kept(MappedColumn column) {
    KeptPrecision kept = FieldPrecision.of(messageType.getType(column.field().name()));
    return column.leaves().stream().anyMatch(leaf -> leaf.form() == Form.Simple.EXACT)
        ? kept.ofExactDecimals()
        : kept;
  }

  /** Returns each column's form, as the file's metadata and a plan print it. */
  public Map<String, String> notations() {
    Map<String, String> notations = new LinkedHashMap<>();
    columns.forEach(c -> notations.put(c.column().name(), c.field().notation()));
    return notations;
  }

  /** Returns what a user should know before the file is written, each as a sentence. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (MappedColumn column : columns) {
      for (MappedField leaf : column.leaves()) {
        if (leaf.form() instanceof Form.Decimal decimal
            && decimal.precision() > Form.Decimal.PORTABLE_DIGITS) {
          warnings.add(
              "Column "
                  + column.column().cqlName()
                  + ": "
                  + decimal.notation()
                  + " has more than "
                  + Form.Decimal.PORTABLE_DIGITS
                  + " digits, which many readers cannot read");
        }
      }
    }
    return warnings.stream().distinct().toList();
  }
}
