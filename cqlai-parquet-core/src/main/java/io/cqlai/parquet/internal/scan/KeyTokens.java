package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.RowSchema;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Where the rows of a scan have their partition key, and what token it has. */
public final class KeyTokens {

  private final TokenMap map;
  private final int[] cells;

  /**
   * Makes it.
   *
   * @param cells the positions of the key's columns, in the key's order
   */
  KeyTokens(TokenMap map, int[] cells) {
    this.map = map;
    this.cells = cells.clone();
  }

  /** Tells whether two rows have the same token, as those of one partition do. */
  boolean sameToken(RowView one, RowView other) {
    for (int cell : cells) {
      if (!Objects.equals(one.cell(cell), other.cell(cell))) {
        return token(one) == token(other); // two partitions hardly ever share one
      }
    }
    return true;
  }

  /** Returns a row's partition key as a row of the same columns, the others null; it is a copy. */
  RowView keyOf(RowView row) {
    ByteBuffer[] key = new ByteBuffer[row.size()];
    for (int cell : cells) {
      ByteBuffer value = part(row, cell);
      key[cell] = ByteBuffer.allocate(value.remaining()).put(value).flip();
    }
    return new CellRow(key);
  }

  /** Returns the names of the key's columns in its order. */
  public List<String> names(RowSchema rows) {
    return Arrays.stream(cells).mapToObj(cell -> rows.column(cell).name()).toList();
  }

  /** Returns the slices of the ring in which rows have digests. */
  public TokenSlices slices() {
    return new TokenSlices(map, this);
  }

  /** Returns the token of a row's partition. */
  long token(RowView row) {
    return Long.parseLong(map.format(tokenOf(row)));
  }

  /** Returns the token of a row's partition as the driver has it. */
  Token tokenOf(RowView row) {
    ByteBuffer[] key = new ByteBuffer[cells.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = part(row, cells[i]);
    }
    return map.newToken(key);
  }

  private static ByteBuffer part(RowView row, int cell) {
    return Objects.requireNonNull(row.cell(cell), "a partition without a key").duplicate();
  }
}
