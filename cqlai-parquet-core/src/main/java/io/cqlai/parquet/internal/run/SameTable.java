package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Backoff;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.schema.TableSchema;

/**
 * The table with which a transfer began. One that was dropped and made anew under its name takes
 * the same statements, and does not have the rows. What has no id, as virtual tables, cannot be
 * told from another.
 */
final class SameTable {

  /** The attempt after which the pause is between one and two seconds. */
  private static final int LONG_PAUSE = 4;

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
   * Looks whether it is still there, and the same.
   *
   * @param remedy what can be done where it is not
   * @throws TransferException SCHEMA_CHANGED where it is not
   */
  void require(String remedy) {
    if (isGone(remedy)) {
      throw changed("", remedy);
    }
  }

  /**
   * Looks whether it was dropped: whoever has read all of it before has lost nothing by that.
   *
   * @param remedy what can be done where another has taken its name
   * @throws TransferException SCHEMA_CHANGED where one has
   */
  boolean isGone(String remedy) {
    if (id.isEmpty()) {
      return false;
    }
    String now = idAtTheEnd();
    if (!now.equals(id)) {
      job.await(Backoff.PATIENT.pause(LONG_PAUSE), "Waiting for the nodes to agree on the schema");
      now = idAtTheEnd(); // the first node that was asked may not have heard of all
    }
    if (!now.equals(id) && !now.isEmpty()) {
      throw changed(" and made anew", remedy);
    }
    return now.isEmpty();
  }

  /**
   * Returns what to tell of a failure: that the table is not there, or another, where the server
   * refused what it was asked for that reason, and else the failure itself.
   *
   * @param remedy what can be done where it is not
   */
  TransferException reason(TransferException failure, String remedy) {
    if (failure.code() != ErrorCode.SERVER_REFUSED) {
      return failure;
    }
    try {
      require(remedy);
    } catch (TransferException e) {
      if (e.code() == ErrorCode.SCHEMA_CHANGED) {
        return e.causedBy(failure);
      }
    }
    return failure;
  }

  /** A transfer that has come so far does not end for a short outage. */
  private String idAtTheEnd() {
    int attempt = 1;
    while (true) {
      try {
        return idNow();
      } catch (TransferException e) {
        if (!e.retryable() || attempt >= Backoff.PATIENT.attempts()) {
          throw e;
        }
      }
      job.await(Backoff.PATIENT.pause(attempt), "Waiting for the server");
      attempt++;
    }
  }

  private TransferException changed(String how, String remedy) {
    return TransferException.of(
        ErrorCode.SCHEMA_CHANGED,
        "The table " + table.cqlName() + " was dropped" + how + " while the transfer ran",
        remedy);
  }
}
