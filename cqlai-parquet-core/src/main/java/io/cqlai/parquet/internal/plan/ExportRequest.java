package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.schema.CqlName;
import javax.annotation.Nullable;

/**
 * An export as it was asked for, not checked yet.
 *
 * @param source what to read, or null while it has not been said
 * @param target where to write, or null while it has not been said
 * @param options the options given
 * @param access where files may be written
 */
public record ExportRequest(
    @Nullable Source source, @Nullable Target target, OptionSet options, Access access) {

  /** Nothing asked for yet. */
  public static final ExportRequest EMPTY =
      new ExportRequest(null, null, OptionSet.NONE, Access.everything());

  /** Returns what to call it by in logs: the table, but not the text of a query. */
  public String subject() {
    return source instanceof Source.Table table
        ? CqlName.qualified(table.keyspace(), table.table())
        : "of a query";
  }

  /** Returns this request with another source. */
  public ExportRequest from(Source other) {
    return new ExportRequest(other, target, options, access);
  }

  /** Returns this request with another target. */
  public ExportRequest to(Target other) {
    return new ExportRequest(source, other, options, access);
  }

  /** Returns this request with other options. */
  public ExportRequest with(OptionSet other) {
    return new ExportRequest(source, target, other, access);
  }

  /** Returns this request with another access. */
  public ExportRequest within(Access other) {
    return new ExportRequest(source, target, options, other);
  }
}
