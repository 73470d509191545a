package io.cqlai.parquet.it.matrix;

import static io.cqlai.parquet.it.values.CqlBytes.decimal;
import static io.cqlai.parquet.it.values.CqlBytes.duration;
import static io.cqlai.parquet.it.values.CqlBytes.empty;
import static io.cqlai.parquet.it.values.CqlBytes.hex;
import static io.cqlai.parquet.it.values.CqlBytes.int16;
import static io.cqlai.parquet.it.values.CqlBytes.int32;
import static io.cqlai.parquet.it.values.CqlBytes.int64;
import static io.cqlai.parquet.it.values.CqlBytes.int8;
import static io.cqlai.parquet.it.values.CqlBytes.text;
import static io.cqlai.parquet.it.values.CqlBytes.uuid;
import static io.cqlai.parquet.it.values.CqlBytes.varint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every scalar type but counter, with its values. */
final class Scalars {

  private static final Map<String, Kind> ALL = new LinkedHashMap<>();

  static {
    kind("ascii", 0)
        .with("min", hex("00"))
        .with("max", hex("7f7f"))
        .with("typical", text("plain text"))
        .done();
    kind("bigint", 8)
        .with("min", int64(Long.MIN_VALUE))
        .with("max", int64(Long.MAX_VALUE))
        .with("zero", int64(0))
        .with("typical", int64(-1_234_567_890_123L))
        .done();
    kind("blob", 0)
        .with("zero byte", hex("00"))
        .with("max", hex("ffff"))
        .with("typical", hex("cafe0042"))
        .done();
    kind("boolean", 1).with("false", int8(0)).with("two", int8(2)).with("typical", int8(1)).done();
    kind("date", 0)
        .with("min", int32(0))
        .with("max", int32(-1))
        .with("1970", int32(Integer.MIN_VALUE))
        .with("typical", int32(Integer.MIN_VALUE + 19_782))
        .done();
    kind("decimal", 0)
        .with("zero", decimal("0"))
        .with("zero with scale", decimal("0.00"))
        .with("one", decimal("1.0"))
        .with("one with scale", decimal("1.00"))
        .with("max of 38 digits", decimal("99999999999999999999.999999999999999999"))
        .with("min of 38 digits", decimal("-99999999999999999999.999999999999999999"))
        .with("too many digits", decimal("100000000000000000000"))
        .with("too long a fraction", decimal("0.0000000000000000001"))
        .with("long fraction of zeros", decimal("1.5000000000000000000000"))
        .with("negative scale", decimal("12E+3"))
        .with("negative scale, too large", decimal("1E+20"))
        .with("greatest scale", hex("7fffffff01"))
        .with("least scale", hex("8000000001"))
        .with("zero of the greatest scale", hex("7fffffff00"))
        .with("more bytes than needed", hex("000000020000000164"))
        .odd("scale alone", hex("00000002"))
        .odd("two bytes", hex("0001"))
        .with("typical", decimal("-1234.5678"))
        .done();
    kind("double", 8)
        .with("NaN", bits(Double.NaN))
        .with("NaN with payload", int64(0x7ff8_0000_dead_beefL))
        .with("signalling NaN", int64(0xfff0_0000_0000_0001L))
        .with("infinity", bits(Double.POSITIVE_INFINITY))
        .with("-infinity", bits(Double.NEGATIVE_INFINITY))
        .with("-0.0", bits(-0.0))
        .with("0.0", bits(0.0))
        .with("min", bits(-Double.MAX_VALUE))
        .with("max", bits(Double.MAX_VALUE))
        .with("least", bits(Double.MIN_VALUE))
        .with("typical", bits(0.1))
        .done();
    kind("duration", 0)
        .with("zero", duration(0, 0, 0))
        .with("months", duration(14, 0, 0))
        .with("days", duration(0, 40, 0))
        .with("nanoseconds", duration(0, 0, 1))
        .with("negative", duration(-1, -2, -3_000_000_000L))
        .with("max", duration(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE))
        .with("min", duration(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE))
        .with("nanoseconds min", duration(0, 0, Long.MIN_VALUE))
        .odd("different signs", duration(1, -1, 0))
        .with("more bytes than needed", hex("80000000"))
        .with("typical", duration(14, 3, 14_706_000_000_007L))
        .done();
    kind("float", 4)
        .with("NaN", bits(Float.NaN))
        .with("NaN with payload", int32(0x7fc0_beef))
        .with("signalling NaN", int32(0xff80_0001))
        .with("infinity", bits(Float.POSITIVE_INFINITY))
        .with("-infinity", bits(Float.NEGATIVE_INFINITY))
        .with("-0.0", bits(-0.0f))
        .with("0.0", bits(0.0f))
        .with("min", bits(-Float.MAX_VALUE))
        .with("max", bits(Float.MAX_VALUE))
        .with("least", bits(Float.MIN_VALUE))
        .with("typical", bits(0.1f))
        .done();
    kind("inet", 0)
        .with("min", hex("00000000"))
        .with("max", hex("ffffffff"))
        .with("v6 zero", hex("0".repeat(32)))
        .with("v6 max", hex("f".repeat(32)))
        .with("mapped", hex("00000000000000000000ffff7f000001"))
        .with("v6", hex("20010db8000000000000000000000001"))
        .with("typical", hex("c0a80001"))
        .done();
    kind("int", 4)
        .with("min", int32(Integer.MIN_VALUE))
        .with("max", int32(Integer.MAX_VALUE))
        .with("zero", int32(0))
        .with("typical", int32(-123_456))
        .done();
    kind("smallint", 0)
        .with("min", int16(Short.MIN_VALUE))
        .with("max", int16(Short.MAX_VALUE))
        .with("typical", int16(-1234))
        .done();
    kind("text", 0)
        .with("min", hex("00"))
        .with("max", text("\uDBFF\uDFFF"))
        .with("quotes and lines", text("'\"\\\n\r\t$$ ; -- /*"))
        .with("typical", text("Grüße, 東京, \uD83D\uDE80"))
        .done();
    kind("time", 0)
        .with("min", int64(0))
        .with("max", int64(86_399_999_999_999L))
        .with("milliseconds", int64(45_296_789_000_000L))
        .with("microseconds", int64(45_296_789_012_000L))
        .with("negative", int64(-1))
        .with("a day", int64(86_400_000_000_000L))
        .with("typical", int64(45_296_789_012_345L))
        .done();
    kind("timestamp", 8)
        .with("min", int64(Long.MIN_VALUE))
        .with("max", int64(Long.MAX_VALUE))
        .with("1970", int64(0))
        .with("before 1970", int64(-1))
        .with("year 1", int64(-62_135_596_800_000L))
        .with("typical", int64(1_709_210_096_789L))
        .done();
    kind("timeuuid", 16)
        .with("min", uuid("00000000-0000-1000-8080-808080808080"))
        .with("max", uuid("ffffffff-ffff-1fff-bfff-ffffffffffff"))
        .odd("version 4", uuid("f47ac10b-58cc-4372-a567-0e02b2c3d479"))
        .with("typical", uuid("d2177dd0-eaa2-11de-a572-001b779c76e3"))
        .done();
    kind("tinyint", 0)
        .with("min", int8(Byte.MIN_VALUE))
        .with("max", int8(Byte.MAX_VALUE))
        .with("typical", int8(-12))
        .done();
    kind("uuid", 16)
        .with("min", hex("0".repeat(32)))
        .with("max", hex("f".repeat(32)))
        .with("typical", uuid("f47ac10b-58cc-4372-a567-0e02b2c3d479"))
        .done();
    kind("varint", 0)
        .with("zero", varint("0"))
        .with("max of 38 digits", varint("9".repeat(38)))
        .with("min of 38 digits", varint("-" + "9".repeat(38)))
        .with("39 digits", varint("1" + "0".repeat(38)))
        .with("1,000 digits", varint("-" + "7".repeat(1_000)))
        .with("bigint's min", varint("-9223372036854775808"))
        .with("more bytes than needed", hex("0001"))
        .with("typical", varint("-12345678901234567890"))
        .done();
  }

  private Scalars() {}

  /** All of them, by the type's name. */
  static Map<String, Kind> all() {
    return ALL;
  }

  static Kind of(String type) {
    Kind kind = ALL.get(type);
    if (kind == null) {
      throw new IllegalArgumentException(type + " is no scalar type");
    }
    return kind;
  }

  private static ByteBuffer bits(double value) {
    return int64(Double.doubleToRawLongBits(value));
  }

  private static ByteBuffer bits(float value) {
    return int32(Float.floatToRawIntBits(value));
  }

  /**
   * @param fixedSize what the server's valueLengthIfFixed says, 0 where the length varies
   */
  private static Values kind(String type, int fixedSize) {
    return new Values(type, fixedSize).with("zero-length", empty());
  }

  /** A kind while its values are listed. */
  private static final class Values {
    private final String type;
    private final int fixedSize;
    private final List<Sample> samples = new ArrayList<>();

    private Values(String type, int fixedSize) {
      this.type = type;
      this.fixedSize = fixedSize;
    }

    private Values with(String name, ByteBuffer bytes) {
      samples.add(new Sample(name, bytes));
      return this;
    }

    /** A value that the server refuses, here or inside of others. */
    private Values odd(String name, ByteBuffer bytes) {
      samples.add(new Sample(name, bytes, false));
      return this;
    }

    private void done() {
      ALL.put(type, new Kind(type, List.copyOf(samples), fixedSize));
    }
  }
}
