package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.TableSchema;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * Finds out what became of a conditional write whose answer was lost: the row is read at the serial
 * consistency level, which ends any write of it that was under way, and its cells are compared with
 * those that were sent. Who wrote cells that are equal is told by their age, as the server's own
 * clock has it. Compared are columns of scalar types alone: a server gives collections back in
 * another form than it got.
 */
final class ReadBack {

  /** So far may the clocks of two nodes be apart. */
  private static final long TOLERANCE_MICROS = TimeUnit.SECONDS.toMicros(1);

  private static final int CELLS_PER_COLUMN = 2;

  /** What became of the write. */
  enum Outcome {
    /** It was applied. */
    WRITTEN,
    /** It was not applied, and will not be: its condition does not hold. */
    SKIPPED,
    /** It was not applied; or doing it once more changes nothing. */
    SEND_AGAIN,
    /** Nobody can tell. */
    UNKNOWN
  }

  private final LoadSpec spec;
  private final RowView sent;
  private final int[] keys;
  private final int[] compared;
  private final boolean staticsAlone;
  private final List<String> statics;

  private ReadBack(LoadSpec spec, RowView sent) {
    this.spec = spec;
    this.sent = sent;
    this.keys = Arrays.stream(spec.keyCells()).filter(i -> sent.cell(i) != null).toArray();
    this.staticsAlone = keys.length < spec.table().primaryKey().size();
    this.statics = staticsAlone ? statics(spec.table()) : List.of();
    // Of a whole row its own cells tell; static ones may be there by any row of the partition.
    int[] values = spec.cells(staticsAlone ? ColumnRole.STATIC : ColumnRole.REGULAR);
    this.compared = Arrays.stream(values).filter(this::isCompared).toArray();
  }

  /**
   * Asks.
   *
   * @param micros how long ago the write was sent for the first time, in microseconds; asked for
   *     when the answer is there, which may be after several attempts
   * @return what fails as the request does, after some attempts
   */
  static CompletionStage<Outcome> of(Requests requests, BoundRow row, LongSupplier micros) {
    ReadBack reading = new ReadBack(row.spec(), row.row());
    return requests
        .ask(reading.statement(requests, row))
        .thenApply(result -> reading.judge(result, micros.getAsLong()));
  }

  /** Returns the table's static columns: any of them with a value makes the static row exist. */
  private static List<String> statics(TableSchema table) {
    return table.rows().columns().stream()
        .filter(column -> column.role() == ColumnRole.STATIC)
        .map(Column::cqlName)
        .toList();
  }

  private boolean isCompared(int cell) {
    boolean isSent = sent.cell(cell) != null || isSetToNull(cell);
    return isSent && spec.columns().get(cell).type() instanceof CqlType.Scalar;
  }

  private boolean isSetToNull(int cell) {
    return spec.nulls() == Nulls.DELETE && !sent.isMissing(cell);
  }

  private SimpleStatement statement(Requests requests, BoundRow row) {
    Object[] values = Arrays.stream(keys).mapToObj(this::value).toArray();
    String level = requests.profile().getString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY);
    ConsistencyLevel serial = DefaultConsistencyLevel.valueOf(level);
    return requests
        .statement(cql(), values)
        .setConsistencyLevel(serial)
        .setRoutingKeyspace(row.statement().getRoutingKeyspace())
        .setRoutingKey(row.statement().getRoutingKey());
  }

  /** The driver sends a buffer as it is, whatever the column's type. */
  private ByteBuffer value(int cell) {
    return Objects.requireNonNull(sent.cell(cell)).duplicate();
  }

  private String cql() {
    String where =
        Arrays.stream(keys)
            .mapToObj(i -> WriteStatement.name(spec, i) + " = ?")
            .collect(Collectors.joining(" AND "));
    String columns =
        Arrays.stream(compared)
            .mapToObj(i -> WriteStatement.name(spec, i))
            .map(name -> ", " + name + ", WRITETIME(" + name + ")")
            .collect(Collectors.joining());
    return "SELECT toTimestamp(now())"
        + columns
        + statics.stream().map(name -> ", " + name).collect(Collectors.joining())
        + " FROM "
        + WriteStatement.table(spec)
        + " WHERE "
        + where
        + " LIMIT 1";
  }

  private Outcome judge(AsyncResultSet result, long sinceSentMicros) {
    Row found = result.one();
    if (found == null || (staticsAlone && !hasValue(found))) {
      // Where it still is to come, another one finds the row, and is looked at again.
      return spec.mode() == WriteMode.INSERT ? Outcome.SEND_AGAIN : Outcome.SKIPPED;
    }
    if (Arrays.stream(compared).allMatch(cell -> sent.cell(cell) == null)) {
      return Outcome.UNKNOWN;
    }
    boolean isRecent = ageMicros(found) <= sinceSentMicros + TOLERANCE_MICROS;
    return spec.mode() == WriteMode.INSERT
        ? ofInsert(isEqual(found), isRecent)
        : ofUpdate(isEqual(found), isRecent);
  }

  private static Outcome ofInsert(boolean isEqual, boolean isRecent) {
    return isEqual && isRecent ? Outcome.WRITTEN : Outcome.SKIPPED;
  }

  /** What somebody else has written meanwhile is not written over. */
  private static Outcome ofUpdate(boolean isEqual, boolean isRecent) {
    if (!isRecent) {
      return Outcome.SEND_AGAIN;
    }
    return isEqual ? Outcome.WRITTEN : Outcome.UNKNOWN;
  }

  private boolean hasValue(Row found) {
    int first = 1 + CELLS_PER_COLUMN * compared.length;
    for (int i = 0; i < statics.size(); i++) {
      if (found.getBytesUnsafe(first + i) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isEqual(Row found) {
    for (int i = 0; i < compared.length; i++) {
      if (!Objects.equals(sent.cell(compared[i]), cell(found, i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the age of the cell that was written last. */
  private long ageMicros(Row found) {
    Instant now = Objects.requireNonNull(found.getInstant(0), "a server has a time");
    long last = Long.MIN_VALUE / 2;
    for (int i = 0; i < compared.length; i++) {
      int at = 2 + CELLS_PER_COLUMN * i;
      last = found.isNull(at) ? last : Math.max(last, found.getLong(at));
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, now) - last;
  }

  @Nullable
  private static ByteBuffer cell(Row found, int compared) {
    return found.getBytesUnsafe(1 + CELLS_PER_COLUMN * compared);
  }
}
