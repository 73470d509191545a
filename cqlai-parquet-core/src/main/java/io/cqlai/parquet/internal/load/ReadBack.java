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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out what became of a conditional write whose answer was lost: the row is read at the serial
 * consistency level, which ends any write of it that was under way, and its cells are compared with
 * those that were sent. Whether they were there before is told by their age, as the server's own
 * clock has it; for a write that needs the row not to be there, also by that of cells that were not
 * sent. Compared are columns of scalar types alone: a server gives collections back in another form
 * than it got.
 */
final class ReadBack {

  /** So far may the clocks of two nodes be apart. */
  private static final long TOLERANCE_MICROS = TimeUnit.SECONDS.toMicros(1);

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
  private final int[] values;
  private final int[] compared;
  private final List<Column> aged;
  private final boolean staticsAlone;
  private final List<Column> statics;

  private ReadBack(LoadSpec spec, RowView sent) {
    this.spec = spec;
    this.sent = sent;
    this.keys = Arrays.stream(spec.keyCells()).filter(i -> sent.cell(i) != null).toArray();
    this.staticsAlone = keys.length < spec.table().primaryKey().size();
    // Of a whole row its own cells tell; static ones may be there by any row of the partition.
    ColumnRole role = staticsAlone ? ColumnRole.STATIC : ColumnRole.REGULAR;
    this.statics = staticsAlone ? columns(role) : List.of();
    this.values = spec.cells(role);
    this.compared = Arrays.stream(values).filter(i -> isScalar(i) && isSent(i)).toArray();
    this.aged = aged(role);
  }

  private List<Column> columns(ColumnRole role) {
    return spec.table().rows().columns().stream().filter(each -> each.role() == role).toList();
  }

  /** Returns the columns whose ages are asked for: those compared, and behind them others. */
  private List<Column> aged(ColumnRole role) {
    Stream<Column> first = Arrays.stream(compared).mapToObj(spec.columns()::get);
    Stream<Column> others =
        columns(role).stream()
            .filter(each -> spec.mode() == WriteMode.INSERT)
            .filter(each -> each.type() instanceof CqlType.Scalar);
    return Stream.concat(first, others).distinct().toList();
  }

  private boolean isScalar(int cell) {
    return spec.columns().get(cell).type() instanceof CqlType.Scalar;
  }

  /** Tells whether the write has something for a cell: a value, or a null that deletes it. */
  private boolean isSent(int cell) {
    return sent.cell(cell) != null || (spec.nulls() == Nulls.DELETE && !sent.isMissing(cell));
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

  private SimpleStatement statement(Requests requests, BoundRow row) {
    Object[] key = Arrays.stream(keys).mapToObj(this::value).toArray();
    String level = requests.profile().getString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY);
    ConsistencyLevel serial = DefaultConsistencyLevel.valueOf(level);
    return requests
        .statement(cql(), key)
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
    return "SELECT toTimestamp(now())"
        + Arrays.stream(compared)
            .mapToObj(i -> ", " + WriteStatement.name(spec, i))
            .collect(Collectors.joining())
        + aged.stream()
            .map(column -> ", WRITETIME(" + WriteStatement.name(column) + ")")
            .collect(Collectors.joining())
        + statics.stream()
            .map(column -> ", " + WriteStatement.name(column))
            .collect(Collectors.joining())
        + " FROM "
        + WriteStatement.table(spec)
        + " WHERE "
        + where
        + " LIMIT 1";
  }

  private Outcome judge(AsyncResultSet result, long sinceSentMicros) {
    Row found = result.one();
    if (found == null || (staticsAlone && !hasStatics(found))) {
      return ofNoRow();
    }
    Traces traces = traces(found, sinceSentMicros);
    return spec.mode() == WriteMode.INSERT ? traces.ofInsert() : traces.ofUpdate();
  }

  /**
   * Where an INSERT still is to come, another one finds the row, and is looked at again. An UPDATE
   * without values may have deleted the last ones that a row had, and the row with them.
   */
  private Outcome ofNoRow() {
    if (spec.mode() == WriteMode.INSERT) {
      return Outcome.SEND_AGAIN;
    }
    boolean deletes = Arrays.stream(values).anyMatch(this::isSent);
    boolean leavesValues = Arrays.stream(compared).anyMatch(i -> sent.cell(i) != null);
    return deletes && !leavesValues ? Outcome.UNKNOWN : Outcome.SKIPPED;
  }

  private boolean hasStatics(Row found) {
    int first = 1 + compared.length + aged.size();
    return IntStream.range(0, statics.size())
        .anyMatch(i -> found.getBytesUnsafe(first + i) != null);
  }

  private Traces traces(Row found, long sinceSentMicros) {
    Instant now = Objects.requireNonNull(found.getInstant(0), "a server has a time");
    long earliest =
        ChronoUnit.MICROS.between(Instant.EPOCH, now) - sinceSentMicros - TOLERANCE_MICROS;
    boolean older = false;
    boolean ours = false;
    boolean others = false;
    boolean missing = false;
    for (int i = 0; i < aged.size(); i++) {
      int age = 1 + compared.length + i;
      boolean isCompared = i < compared.length;
      if (found.isNull(age)) {
        missing |= isCompared && sent.cell(compared[i]) != null;
      } else if (found.getLong(age) < earliest) {
        older = true;
      } else if (isCompared) {
        boolean isEqual = Objects.equals(sent.cell(compared[i]), found.getBytesUnsafe(1 + i));
        ours |= isEqual;
        others |= !isEqual;
      }
    }
    return new Traces(older, ours, others, missing);
  }
}
