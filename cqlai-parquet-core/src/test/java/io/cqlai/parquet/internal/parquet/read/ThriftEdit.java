package io.cqlai.parquet.internal.parquet.read;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TFieldIdEnum;

/** Gives random values to random fields of a footer or a page header. */
final class ThriftEdit {

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    7,
    127,
    128,
    255,
    256,
    32_767,
    65_536,
    1 << 24,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE / 2
  };

  private final Random random;
  private final List<Runnable> edits = new ArrayList<>();

  private ThriftEdit(Random random) {
    this.random = random;
  }

  /** Makes as many edits, each anywhere in the structure. */
  static void apply(TBase<?, ?> structure, Random random, int count) {
    for (int i = 0; i < count; i++) {
      ThriftEdit edit = new ThriftEdit(random);
      edit.collect(structure);
      edit.edits.get(random.nextInt(edit.edits.size())).run();
    }
  }

  @SuppressWarnings("unchecked") // Thrift's classes know their own fields.
  private <F extends TFieldIdEnum> void collect(TBase<?, ?> untyped) {
    TBase<?, F> node = (TBase<?, F>) untyped;
    for (F field : (Iterable<F>) fields(node).keySet()) {
      if (node.isSet(field)) {
        Object value = node.getFieldValue(field);
        edits.add(() -> node.setFieldValue(field, other(value)));
        if (value instanceof TBase<?, ?> inner) {
          collect(inner);
        } else if (value instanceof List<?> list) {
          list.stream()
              .filter(TBase.class::isInstance)
              .forEach(each -> collect((TBase<?, ?>) each));
        }
      }
    }
  }

  private static Map<?, ?> fields(TBase<?, ?> node) {
    try {
      return (Map<?, ?>) node.getClass().getField("metaDataMap").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns another value of the same kind, or null for none. */
  private Object other(Object value) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    if (value instanceof Long number) {
      return number(number);
    }
    if (value instanceof Integer number) {
      return (int) number(number);
    }
    if (value instanceof Short number) {
      return (short) number(number);
    }
    if (value instanceof Byte number) {
      return (byte) number(number);
    }
    if (value instanceof Boolean truth) {
      return !truth;
    }
    if (value instanceof String text) {
      return text.isEmpty() || random.nextBoolean() ? text + "\0x" : text.substring(1);
    }
    if (value instanceof Enum<?> constant) {
      Object[] all = constant.getDeclaringClass().getEnumConstants();
      return all[random.nextInt(all.length)];
    }
    if (value instanceof byte[] || value instanceof ByteBuffer) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return ByteBuffer.wrap(bytes);
    }
    return value instanceof List<?> list ? otherList(list) : null;
  }

  private long number(long before) {
    return switch (random.nextInt(3)) {
      case 0 -> before + random.nextInt(5) - 2;
      case 1 -> random.nextInt(2_000);
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }

  private List<?> otherList(List<?> list) {
    List<Object> other = new ArrayList<>(list);
    if (other.isEmpty()) {
      return other;
    }
    int at = random.nextInt(other.size());
    switch (random.nextInt(3)) {
      case 0 -> other.remove(at);
      case 1 -> other.add(random.nextInt(other.size()), other.get(at));
      default -> other.set(at, other.get(random.nextInt(other.size())));
    }
    return other;
  }
}
