package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.load.LoadSpec;
import io.cqlai.parquet.internal.load.WriteTime;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.TableSchema;
import java.util.List;
import java.util.OptionalInt;

/**
 * How rows are written, as the options say: checked against each other, the table and the server.
 *
 * @param mode the kind of statement
 * @param nulls what a null does
 * @param writeTime the write time of all rows
 * @param ttl the time to live in seconds; empty for the table's own
 */
record WriteChoices(WriteMode mode, Nulls nulls, WriteTime writeTime, OptionalInt ttl) {

  /** Reads the options that say how rows are written. */
  static WriteChoices of(OptionSet options, TableSchema table, Requests requests) {
    WriteMode mode = options.choice(CopyOption.MODE, WriteMode.class, WriteMode.UPSERT);
    checkCounters(mode, table);
    Nulls nulls = options.choice(CopyOption.NULLS, Nulls.class, Nulls.UNSET);
    if (mode == WriteMode.COUNTER) {
      refuseWithCounters(options, requests);
    }
    ProtocolVersion protocol = requests.session().getContext().getProtocolVersion();
    if (nulls == Nulls.UNSET && protocol.getCode() < ProtocolVersion.V4.getCode()) {
      throw bad(
          "NULLS is UNSET, and a server that speaks protocol "
              + protocol
              + " knows no unset values",
          "Say NULLS='DELETE', which writes each null");
    }
    long ttl = options.number(CopyOption.TTL).orElse(-1);
    return new WriteChoices(
        mode,
        nulls,
        writeTime(options, mode, requests),
        ttl < 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(ttl)));
  }

  /** Returns what the rows of a file with these columns are written as. */
  LoadSpec spec(TableSchema table, List<Column> columns) {
    List<Column> values = columns.stream().filter(c -> !c.role().isKey()).toList();
    if (values.isEmpty() && (mode == WriteMode.UPDATE || mode == WriteMode.COUNTER)) {
      throw bad(
          "MODE is "
              + mode
              + ", and there is no column to set: only the primary key of "
              + table.cqlName()
              + " would be filled",
          mode == WriteMode.UPDATE
              ? "Say MODE='UPSERT' or MODE='INSERT', which write rows of a key alone"
              : "Add the counters to the file or to the column list");
    }
    boolean clustered = columns.stream().anyMatch(c -> c.role() == ColumnRole.CLUSTERING);
    if (mode == WriteMode.COUNTER && clustered) {
      refuseStaticCounters(values);
    }
    return new LoadSpec(table, columns, mode, nulls, writeTime.isSent(), ttl.isPresent());
  }

  /** A static counter stands in every row of its partition: each of them would add it again. */
  private static void refuseStaticCounters(List<Column> values) {
    for (Column column : values) {
      if (column.role() == ColumnRole.STATIC) {
        throw bad(
            "The static counter "
                + column.cqlName()
                + " stands in each row of its partition, and"
                + " would be added once for each",
            "List the other columns in one import, and in a second one the partition key with the"
                + " static counter, from a file with one row for each partition");
      }
    }
  }

  private static void checkCounters(WriteMode mode, TableSchema table) {
    if (table.counters() && mode != WriteMode.COUNTER) {
      throw bad(
          "Table " + table.cqlName() + " holds counters, and MODE is " + mode,
          "Say MODE='COUNTER', which adds the file's numbers to the table's: running it twice adds"
              + " them twice");
    }
    if (!table.counters() && mode == WriteMode.COUNTER) {
      throw bad(
          "MODE is COUNTER, and table " + table.cqlName() + " holds no counters",
          "Leave MODE out, or name a table of counters");
    }
  }

  private static void refuseWithCounters(OptionSet options, Requests requests) {
    for (CopyOption option : List.of(CopyOption.TIMESTAMP, CopyOption.TTL)) {
      if (options.has(option)) {
        throw bad(
            option + " cannot be used with MODE='COUNTER'", "Counters have neither: leave it out");
      }
    }
    if (options.choice(CopyOption.NULLS, Nulls.class, Nulls.UNSET) == Nulls.DELETE) {
      throw bad(
          "NULLS='DELETE' cannot be used with MODE='COUNTER'",
          "Leave it out: where a counter is null there is nothing to add");
    }
    if (requests.consistency().equals("ANY")) {
      throw bad(
          "CONSISTENCY='ANY' cannot be used with MODE='COUNTER'",
          "Choose a level that waits for a replica, such as LOCAL_QUORUM");
    }
  }

  private static WriteTime writeTime(OptionSet options, WriteMode mode, Requests requests) {
    if (mode == WriteMode.COUNTER) {
      return new WriteTime.Server();
    }
    boolean given = options.number(CopyOption.TIMESTAMP).isPresent();
    if (mode != WriteMode.UPSERT) {
      if (given) {
        throw bad(
            "TIMESTAMP cannot be used with MODE='"
                + mode
                + "': the server gives conditional"
                + " statements their write time",
            "Leave TIMESTAMP out, or say MODE='UPSERT'");
      }
      return new WriteTime.Server();
    }
    if (given) {
      return new WriteTime.Given(options.number(CopyOption.TIMESTAMP).getAsLong());
    }
    if (options.text(CopyOption.TIMESTAMP).isPresent()) {
      checkThatNoneIsSent(requests);
      return new WriteTime.Server();
    }
    return new WriteTime.JobStart();
  }

  /** A driver that stamps each request by itself cannot be told not to for a single one. */
  private static void checkThatNoneIsSent(Requests requests) {
    long stamp = requests.session().getContext().getTimestampGenerator().next();
    if (stamp != Statement.NO_DEFAULT_TIMESTAMP) {
      throw bad(
          "TIMESTAMP is SERVER, and this session's driver puts its own time on each request",
          "Build the session with advanced.timestamp-generator.class ="
              + " ServerSideTimestampGenerator, or leave TIMESTAMP out");
    }
  }

  private static TransferException bad(String problem, String remedy) {
    return TransferException.of(ErrorCode.BAD_OPTION, problem, remedy);
  }
}
