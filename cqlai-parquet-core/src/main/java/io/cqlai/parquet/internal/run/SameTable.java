package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.schema.TableSchema;

/**
 * The table with which a transfer began. One that was dropped and made anew under its name takes
 * the same statements, and does not have the rows.
 */
final class SameTable {

  private final Job<?> job;
  private final Requests requests;
  private final TableSchema table;
  private final String id;

  private SameTable(Job<?> job, Requests requests, TableSchema table) {
    this.job = job;
    this.requests = requests;
    this.table = table;
    this.id = idNow();
  }

  /** Remembers which table it is. */
  static SameTable of(Job<?> job, Requests requests, TableSchema table) {
    return new SameTable(job, requests, table);
  }

  private String idNow() {
    return Tables.id(requests, job, table);
  }

  /**
   * Looks whether it is still the same.
   *
   * @param remedy what can be done where it is not
   * @throws TransferException SCHEMA_CHANGED where it is not
   */
  void require(String remedy) {
    String now = idNow();
    if (!now.equals(id)) {
      throw TransferException.of(
          ErrorCode.SCHEMA_CHANGED,
          "The table "
              + table.cqlName()
              + " was dropped"
              + (now.isEmpty() ? "" : " and made anew")
              + " while the transfer ran",
          remedy);
    }
  }
}
