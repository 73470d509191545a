package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** Makes a {@link SimpleGroup} of each row, as programs do that know Parquet's examples. */
final class SimpleGroups {

  private static final int DAY_ZERO = 1 << 31;
  private static final int DECIMAL_SCALE = 18;
  private static final int DECIMAL_BYTES = 16;

  private final MessageType type;
  private final Adder[] adders;

  SimpleGroups(RowSchema rows, MessageType type) {
    this.type = type;
    this.adders = rows.columns().stream().map(SimpleGroups::adder).toArray(Adder[]::new);
  }

  private interface Adder {
    void add(Group group, int field, ByteBuffer cell);
  }

  Group group(RowView row) {
    Group group = new SimpleGroup(type);
    for (int i = 0; i < adders.length; i++) {
      ByteBuffer cell = row.cell(i);
      if (cell != null) {
        adders[i].add(group, i, cell);
      }
    }
    return group;
  }

  private static Adder adder(Column column) {
    CqlType type = column.type();
    if (!(type instanceof Scalar scalar)) {
      throw new IllegalArgumentException("No column of scalars: " + column);
    }
    return switch (scalar) {
      case INT -> (group, field, cell) -> group.add(field, cell.getInt(0));
      case BIGINT, TIMESTAMP -> (group, field, cell) -> group.add(field, cell.getLong(0));
      case DOUBLE -> (group, field, cell) -> group.add(field, cell.getDouble(0));
      case FLOAT -> (group, field, cell) -> group.add(field, cell.getFloat(0));
      case BOOLEAN -> (group, field, cell) -> group.add(field, cell.get(0) != 0);
      case DATE -> (group, field, cell) -> group.add(field, cell.getInt(0) - DAY_ZERO);
      case TEXT -> (group, field, cell) -> group.add(field, Binary.fromConstantByteBuffer(cell));
      case UUID ->
          (group, field, cell) ->
              group.add(field, new UUID(cell.getLong(0), cell.getLong(8)).toString());
      case DECIMAL -> (group, field, cell) -> group.add(field, decimal(cell));
      default -> throw new IllegalArgumentException("No table has such a column: " + column);
    };
  }

  private static Binary decimal(ByteBuffer cell) {
    byte[] digits = new byte[cell.remaining() - 4];
    cell.get(4, digits);
    byte[] unscaled =
        new BigDecimal(new BigInteger(digits), cell.getInt(0))
            .setScale(DECIMAL_SCALE)
            .unscaledValue()
            .toByteArray();
    byte[] fixed = new byte[DECIMAL_BYTES];
    int padding = DECIMAL_BYTES - unscaled.length;
    Arrays.fill(fixed, 0, padding, (byte) (unscaled[0] < 0 ? -1 : 0));
    System.arraycopy(unscaled, 0, fixed, padding, unscaled.length);
    return Binary.fromConstantByteArray(fixed);
  }
}
