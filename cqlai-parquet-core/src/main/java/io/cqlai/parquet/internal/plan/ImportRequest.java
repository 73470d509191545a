package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.schema.CqlName;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * An import as it was asked for, not checked yet.
 *
 * @param table the table's name in internal form, or null while it has not been said
 * @param keyspace the keyspace's name in internal form, or null for the session's
 * @param columns the columns to fill; none for all that the files have
 * @param sources the files in their order
 * @param options the options given
 * @param access where files may be read and written
 */
public record ImportRequest(
    @Nullable String table,
    @Nullable String keyspace,
    List<ColumnChoice> columns,
    List<ImportSource> sources,
    OptionSet options,
    Access access) {

  /** Nothing asked for yet. */
  public static final ImportRequest EMPTY =
      new ImportRequest(null, null, List.of(), List.of(), OptionSet.NONE, Access.everything());

  public ImportRequest {
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
  }

  /** Returns what to call it by in logs: the table. */
  public String subject() {
    return table == null ? "into no table" : CqlName.qualified(keyspace, table);
  }

  /** Returns this request with another table. */
  public ImportRequest into(@Nullable String otherKeyspace, String otherTable) {
    return new ImportRequest(otherTable, otherKeyspace, columns, sources, options, access);
  }

  /** Returns this request with one more column. */
  public ImportRequest filling(ColumnChoice column) {
    return new ImportRequest(table, keyspace, and(columns, column), sources, options, access);
  }

  /** Returns this request with one more file. */
  public ImportRequest from(ImportSource source) {
    return new ImportRequest(table, keyspace, columns, and(sources, source), options, access);
  }

  /** Returns this request with other options. */
  public ImportRequest with(OptionSet other) {
    return new ImportRequest(table, keyspace, columns, sources, other, access);
  }

  /** Returns this request with another access. */
  public ImportRequest within(Access other) {
    return new ImportRequest(table, keyspace, columns, sources, options, other);
  }

  private static <T> List<T> and(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
