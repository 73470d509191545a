package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.ColumnRole;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.annotation.Nullable;

/**
 * Binds rows of one file to prepared statements, cell by cell as raw bytes: nothing is decoded.
 * Safe for use by several threads.
 */
public final class RowBinder {

  private static final Binding NOTHING = new Binding.Nothing();

  private final LoadSpec spec;
  @Nullable private final Prepared rows;
  @Nullable private final Prepared statics;
  private final int[] partitionKey;
  private final int[] clustering;
  private final int[] regular;
  private final int[] values;
  private final boolean openList;

  private RowBinder(LoadSpec spec, @Nullable Prepared rows, @Nullable Prepared statics) {
    this.spec = spec;
    this.rows = rows;
    this.statics = statics;
    this.partitionKey = spec.cells(ColumnRole.PARTITION_KEY);
    this.clustering = spec.cells(ColumnRole.CLUSTERING);
    this.regular = spec.cells(ColumnRole.REGULAR);
    this.values = spec.cells(ColumnRole.STATIC, ColumnRole.REGULAR);
    this.openList = spec.hasOpenList();
  }

  /**
   * Returns the statements that rows of this kind need: one for rows with a whole key, one for rows
   * that are a partition's static values alone.
   */
  public static List<String> statements(LoadSpec spec) {
    List<String> texts = new ArrayList<>();
    if (hasRows(spec)) {
      texts.add(WriteStatement.ofRows(spec).cql());
    }
    if (hasStatics(spec)) {
      texts.add(WriteStatement.ofStatics(spec).cql());
    }
    return texts;
  }

  /** Prepares the statements of {@link #statements}. */
  public static CompletionStage<RowBinder> prepare(Requests requests, LoadSpec spec) {
    CompletionStage<Prepared> rows =
        hasRows(spec) ? Prepared.of(requests, WriteStatement.ofRows(spec)) : nothing();
    CompletionStage<Prepared> statics =
        hasStatics(spec) ? Prepared.of(requests, WriteStatement.ofStatics(spec)) : nothing();
    return rows.thenCombine(statics, (first, second) -> new RowBinder(spec, first, second));
  }

  @SuppressWarnings("NullAway") // the combination above takes a null as "no such statement"
  private static CompletionStage<Prepared> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private static boolean hasRows(LoadSpec spec) {
    return spec.keyCells().length == spec.table().primaryKey().size();
  }

  private static boolean hasStatics(LoadSpec spec) {
    boolean clustered = spec.table().primaryKey().size() > spec.table().partitionKey().size();
    return clustered && spec.has(ColumnRole.STATIC);
  }

  /** Returns what the rows are written as. */
  public LoadSpec spec() {
    return spec;
  }

  /** Tells the same as {@link LoadSpec#hasOpenList()}, for each row. */
  boolean hasOpenList() {
    return openList;
  }

  /**
   * Binds a row.
   *
   * @param writeTime the write time as the eight bytes of a bigint, used where the statement has
   *     one
   * @param ttl the time to live as the four bytes of an int, used where the statement has one
   */
  Binding bind(RowView row, ByteBuffer writeTime, ByteBuffer ttl) {
    int missing = firstNull(row, partitionKey);
    if (missing >= 0) {
      return new Binding.Unfit(missing, "a partition key cannot be null");
    }
    Prepared shape = rows;
    if (shape == null || (clustering.length > 0 && statics != null && allNull(row, clustering))) {
      int extra = firstValue(row, regular);
      if (extra >= 0) {
        return new Binding.Unfit(
            extra, "a row without clustering columns holds static values only");
      }
      shape = statics;
    } else {
      missing = firstNull(row, clustering);
      if (missing >= 0) {
        return new Binding.Unfit(missing, "a clustering column cannot be null");
      }
    }
    if (shape == null || (spec.mode() == WriteMode.COUNTER && allNull(row, values))) {
      return NOTHING;
    }
    return shape.bind(row, writeTime, ttl, spec.nulls());
  }

  private static int firstNull(RowView row, int[] cells) {
    for (int cell : cells) {
      if (row.cell(cell) == null) {
        return cell;
      }
    }
    return -1;
  }

  private static int firstValue(RowView row, int[] cells) {
    for (int cell : cells) {
      if (row.cell(cell) != null) {
        return cell;
      }
    }
    return -1;
  }

  private static boolean allNull(RowView row, int[] cells) {
    return firstValue(row, cells) < 0;
  }

  /** A prepared statement and what its markers take. */
  private record Prepared(PreparedStatement statement, int[] markers, int writeTimeMarker) {

    static CompletionStage<Prepared> of(Requests requests, WriteStatement statement) {
      int[] markers = statement.markers();
      int writeTime = -1;
      for (int i = 0; i < markers.length; i++) {
        writeTime = markers[i] == WriteStatement.WRITE_TIME ? i : writeTime;
      }
      int marker = writeTime;
      return requests
          .prepare(statement.cql())
          .thenApply(prepared -> new Prepared(prepared, markers, marker));
    }

    Binding bind(RowView row, ByteBuffer writeTime, ByteBuffer ttl, Nulls nulls) {
      BoundStatementBuilder builder = statement.boundStatementBuilder();
      for (int i = 0; i < markers.length; i++) {
        ByteBuffer value =
            switch (markers[i]) {
              case WriteStatement.WRITE_TIME -> writeTime;
              case WriteStatement.TIME_TO_LIVE -> ttl;
              default -> row.cell(markers[i]);
            };
        if (value != null) {
          builder = builder.setBytesUnsafe(i, value);
        } else if (nulls == Nulls.DELETE && !row.isMissing(markers[i])) {
          builder = builder.setToNull(i);
        } // a marker that nothing was set for is sent as unset
      }
      return new Binding.Ready(builder.build(), writeTimeMarker);
    }
  }
}
