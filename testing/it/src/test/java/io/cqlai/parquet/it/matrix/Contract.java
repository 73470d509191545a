package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.ListType;
import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.readers.CellText;
import io.cqlai.parquet.it.readers.Cells;
import io.cqlai.parquet.it.values.CqlCells;
import io.cqlai.parquet.it.values.CqlParts;
import io.cqlai.parquet.option.Profile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * What is promised for the values of a column: which of each arrives, what is lost of it, or that
 * its row is rejected. Made from the documentation alone, with nothing of the code that it judges.
 */
final class Contract {

  static final String EMPTIED = "zero-length values, written as null";
  static final String BELOW_MILLISECOND = "digits below a millisecond";

  private static final BigDecimal DECIMAL_BOUND = BigDecimal.TEN.pow(20);
  private static final int MOST_DECIMALS = 18;
  private static final int LARGE_SCALE = 5_000;
  private static final BigInteger VARINT_BOUND = BigInteger.TEN.pow(38);
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final Profile profile;
  private final boolean key;
  private final Map<String, Integer> losses = new TreeMap<>();
  private boolean rejected;
  private boolean refusedByServer;

  private Contract(Profile profile, boolean key) {
    this.profile = profile;
    this.key = key;
  }

  /**
   * What becomes of a value.
   *
   * @param cell the value as it arrives, in {@linkplain Normal normal form}
   * @param losses what was lost to how many values within it
   * @param rejected whether its row does not fit into the file
   * @param refused whether the table does not take back the row that the file holds
   */
  record Outcome(JsonNode cell, Map<String, Integer> losses, boolean rejected, boolean refused) {}

  /** Says what becomes of a value of a column that is no part of the key. */
  static Outcome of(Profile profile, DataType type, @Nullable ByteBuffer value) {
    return new Contract(profile, false).of(type, value);
  }

  /** Says what becomes of a value of a column of the primary key. */
  static Outcome ofKey(Profile profile, DataType type, ByteBuffer value) {
    return new Contract(profile, true).of(type, value);
  }

  private Outcome of(DataType type, @Nullable ByteBuffer value) {
    boolean takesNulls = type instanceof ListType list && list.isFrozen();
    JsonNode cell = cell(type, value, false, takesNulls);
    return new Outcome(
        rejected ? Cells.none() : Normal.of(type, cell), losses, rejected, refusedByServer);
  }

  /**
   * @param required whether a file has no null here
   * @param takesNulls whether the server takes a null inside of the value if it is a list: only a
   *     frozen one that is a column of its own
   */
  private JsonNode cell(
      DataType type, @Nullable ByteBuffer value, boolean required, boolean takesNulls) {
    if (value == null) {
      return Cells.none();
    }
    if (!value.hasRemaining() && !CqlCells.isBytes(type)) {
      if (required || exact()) {
        rejected = true;
      } else {
        losses.merge(EMPTIED, 1, Integer::sum);
      }
      return Cells.none();
    }
    if (!CqlParts.hasParts(type)) {
      return scalar(type, value.slice());
    }
    return CqlParts.cell(
        type,
        value,
        (place, partType, part) -> {
          boolean noNull = place == CqlParts.Place.KEY || place == CqlParts.Place.VECTOR_ELEMENT;
          JsonNode cell = cell(partType, part, noNull, false);
          refusedByServer |= cell.isNull() && place.refusesNull() && !takesNulls;
          return cell;
        });
  }

  private JsonNode scalar(DataType type, ByteBuffer value) {
    if (type.equals(DataTypes.TIME)) {
      return time(value.getLong(0));
    }
    rejected |=
        type.equals(DataTypes.DECIMAL) && !decimalFits(value)
            || type.equals(DataTypes.VARINT) && !varintFits(value)
            || type.equals(DataTypes.DURATION) && exact() && !hasShortDuration(value)
            || type.equals(DataTypes.BOOLEAN) && exact() && value.get(0) > 1;
    return rejected ? Cells.none() : CqlCells.of(type, value);
  }

  /** Whether every byte has to come back. */
  private boolean exact() {
    return key || profile == Profile.MIGRATION;
  }

  private JsonNode time(long nanos) {
    if (nanos < 0 || nanos >= 86_400_000 * NANOS_OF_MILLI) {
      rejected = true;
      return Cells.none();
    }
    if (key || profile != Profile.STANDARD) {
      return Cells.text(CellText.ofNanosOfDay(nanos));
    }
    if (nanos % NANOS_OF_MILLI != 0) {
      losses.merge(BELOW_MILLISECOND, 1, Integer::sum);
    }
    return Cells.text(CellText.ofNanosOfDay(nanos - nanos % NANOS_OF_MILLI));
  }

  private boolean decimalFits(ByteBuffer value) {
    if (exact()) {
      return value.remaining() >= 4;
    }
    if (value.remaining() < 5) {
      return false;
    }
    BigInteger unscaled = integer(value.slice(4, value.remaining() - 4));
    int scale = value.getInt(0);
    if (unscaled.signum() == 0) {
      return true;
    }
    if (scale > LARGE_SCALE || scale < -LARGE_SCALE) {
      return false;
    }
    BigDecimal number = new BigDecimal(unscaled, scale).stripTrailingZeros();
    return number.scale() <= MOST_DECIMALS && number.abs().compareTo(DECIMAL_BOUND) < 0;
  }

  private boolean varintFits(ByteBuffer value) {
    BigInteger number = integer(value);
    boolean shortest = number.toByteArray().length == value.remaining();
    boolean bounded = number.abs().compareTo(VARINT_BOUND) < 0;
    return (shortest || !exact()) && (bounded || profile == Profile.MIGRATION);
  }

  /** A duration is written as text, in which only the shortest bytes come back. */
  private static boolean hasShortDuration(ByteBuffer value) {
    return value.get(0) != (byte) 0x80;
  }

  private static BigInteger integer(ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.get(value.position(), bytes);
    return new BigInteger(bytes);
  }
}
