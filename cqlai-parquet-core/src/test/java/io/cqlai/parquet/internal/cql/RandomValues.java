package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.data.CqlDuration;
import com.datastax.oss.driver.api.core.data.CqlVector;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.data.UdtValue;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Values of any type as the driver has them. Fields of tuples and user-defined types may be null.
 */
final class RandomValues {

  private static final String ODD = "a'\"\\ ,:;{}[]()\u00e4\u20ac\ud83d\ude00\n";

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  Object next(DataType type) {
    if (type instanceof ListType list) {
      return many(list.getElementType());
    } else if (type instanceof SetType set) {
      return new LinkedHashSet<>(many(set.getElementType()));
    } else if (type instanceof MapType map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      many(map.getKeyType()).forEach(key -> entries.put(key, next(map.getValueType())));
      return entries;
    } else if (type instanceof VectorType vector) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < vector.getDimensions(); i++) {
        elements.add(next(vector.getElementType()));
      }
      return CqlVector.newInstance(elements);
    } else if (type instanceof TupleType tuple) {
      TupleValue value = tuple.newValue();
      for (int i = 0; i < tuple.getComponentTypes().size(); i++) {
        DataType component = tuple.getComponentTypes().get(i);
        value = value.set(i, orNull(component), codec(component));
      }
      return value;
    } else if (type instanceof UserDefinedType userDefined) {
      UdtValue value = userDefined.newValue();
      for (int i = 0; i < userDefined.getFieldTypes().size(); i++) {
        DataType field = userDefined.getFieldTypes().get(i);
        value = value.set(i, orNull(field), codec(field));
      }
      return value;
    }
    return scalar(type);
  }

  static TypeCodec<Object> codec(DataType type) {
    return CodecRegistry.DEFAULT.codecFor(type);
  }

  private Object orNull(DataType type) {
    return random.nextInt(4) == 0 ? null : next(type);
  }

  private List<Object> many(DataType type) {
    // Distinct, so that sets and maps do not shrink.
    Set<Object> values = new LinkedHashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(next(type));
    }
    return new ArrayList<>(values);
  }

  private Object scalar(DataType type) {
    long bits = random.nextLong() >> random.nextInt(64);
    if (type.equals(DataTypes.ASCII)) {
      return text("ab '\"\\{}:,");
    } else if (type.equals(DataTypes.TEXT)) {
      return text(ODD);
    } else if (type.equals(DataTypes.BIGINT)) {
      return bits;
    } else if (type.equals(DataTypes.BLOB)) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return ByteBuffer.wrap(bytes);
    } else if (type.equals(DataTypes.BOOLEAN)) {
      return random.nextBoolean();
    } else if (type.equals(DataTypes.DATE)) {
      return LocalDate.ofEpochDay((int) bits);
    } else if (type.equals(DataTypes.DECIMAL)) {
      return new BigDecimal(new BigInteger(random.nextInt(150), random), random.nextInt(90) - 45);
    } else if (type.equals(DataTypes.DOUBLE)) {
      return Double.longBitsToDouble(random.nextLong());
    } else if (type.equals(DataTypes.FLOAT)) {
      return Float.intBitsToFloat(random.nextInt());
    } else if (type.equals(DataTypes.DURATION)) {
      return CqlDuration.newInstance((int) bits >>> 1, (int) (bits >>> 33), bits >>> 1);
    } else if (type.equals(DataTypes.INET)) {
      return address();
    } else if (type.equals(DataTypes.INT)) {
      return (int) bits;
    } else if (type.equals(DataTypes.SMALLINT)) {
      return (short) bits;
    } else if (type.equals(DataTypes.TINYINT)) {
      return (byte) bits;
    } else if (type.equals(DataTypes.TIME)) {
      return LocalTime.ofNanoOfDay((bits >>> 1) % 86_400_000_000_000L);
    } else if (type.equals(DataTypes.TIMESTAMP)) {
      return Instant.ofEpochMilli(bits);
    } else if (type.equals(DataTypes.UUID)) {
      return new UUID(random.nextLong(), random.nextLong());
    } else if (type.equals(DataTypes.TIMEUUID)) {
      return new UUID(random.nextLong() & ~0xf000L | 0x1000L, random.nextLong());
    } else if (type.equals(DataTypes.VARINT)) {
      return new BigInteger(random.nextInt(150), random).negate();
    }
    throw new IllegalArgumentException(type.toString());
  }

  private String text(String alphabet) {
    return random
        .ints(random.nextInt(12), 0, alphabet.codePointCount(0, alphabet.length()))
        .map(i -> alphabet.codePointAt(alphabet.offsetByCodePoints(0, i)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private InetAddress address() {
    byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
