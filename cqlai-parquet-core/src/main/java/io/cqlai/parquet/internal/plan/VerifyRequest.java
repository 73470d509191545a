package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.Verify;
import io.cqlai.parquet.option.Access;
import javax.annotation.Nullable;

/**
 * A verification as it was asked for, not checked yet.
 *
 * @param file the path or URI of the file, or null while it has not been said
 * @param keyspace the keyspace's name in internal form, or null for the session's
 * @param table the table's name in internal form, or null for none
 * @param relation what has to hold
 * @param options the options given
 * @param access where files may be read
 */
public record VerifyRequest(
    @Nullable String file,
    @Nullable String keyspace,
    @Nullable String table,
    Verify.Relation relation,
    OptionSet options,
    Access access) {

  /** Nothing asked for yet. */
  public static final VerifyRequest EMPTY =
      new VerifyRequest(
          null, null, null, Verify.Relation.EQUAL, OptionSet.NONE, Access.everything());

  /** Returns this request with another file. */
  public VerifyRequest of(String otherFile) {
    return new VerifyRequest(otherFile, keyspace, table, relation, options, access);
  }

  /** Returns this request with another table. */
  public VerifyRequest with(
      @Nullable String otherKeyspace, String otherTable, Verify.Relation other) {
    return new VerifyRequest(file, otherKeyspace, otherTable, other, options, access);
  }

  /** Returns this request with other options. */
  public VerifyRequest with(OptionSet other) {
    return new VerifyRequest(file, keyspace, table, relation, other, access);
  }

  /** Returns this request with another access. */
  public VerifyRequest within(Access other) {
    return new VerifyRequest(file, keyspace, table, relation, options, other);
  }
}
