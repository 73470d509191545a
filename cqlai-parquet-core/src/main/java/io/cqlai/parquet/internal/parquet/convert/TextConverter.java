package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.UuidText;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Text that says a value of another type. */
abstract class TextConverter extends BytesConverter {

  /** What is lost where a number was written in more characters than it needs. */
  static final String SPELLING = "leading zeros or a plus sign";

  private final String what;

  TextConverter(ValueIssues issues, String what) {
    super(issues);
    this.what = what;
  }

  final boolean none(String text) {
    return issues.reject(ValueIssues.excerpt(text) + " is not " + what);
  }

  /** Into whatever a parser makes of it. */
  static final class Parsed extends TextConverter {
    private final Function<String, ByteBuffer> parser;

    /**
     * Makes a converter.
     *
     * @param what what the text should be, with its article
     * @param parser gives the cell, or null for a text that is none
     */
    Parsed(ValueIssues issues, String what, Function<String, ByteBuffer> parser) {
      super(issues, what);
      this.parser = parser;
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      String text = bytes.text();
      ByteBuffer cell = parser.apply(text);
      if (cell == null) {
        return none(text);
      }
      out.putBytes(cell);
      return true;
    }
  }

  /** Into a UUID. */
  static final class ToUuid extends TextConverter {
    private final boolean timeBased;
    private final byte[] uuid = new byte[16];

    ToUuid(ValueIssues issues, boolean timeBased) {
      super(issues, "a UUID");
      this.timeBased = timeBased;
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      if (!UuidText.parse(bytes.array, bytes.offset, bytes.length, uuid, 0)) {
        return none(bytes.text());
      }
      if (timeBased && !UnchangedBytes.Uuid.isTimeBased(uuid, 0)) {
        return issues.reject(bytes.text() + " is a UUID that is not of version 1");
      }
      out.putBytes(uuid, 0, uuid.length);
      return true;
    }
  }

  /** Into a signed integer of a fixed size. */
  static final class ToInteger extends TextConverter {
    private static final int LONGEST = 40;
    private final int bytes;
    private final String type;

    ToInteger(ValueIssues issues, int bytes, String type) {
      super(issues, "an integer");
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    boolean put(ByteSlice text, CellWriter out) {
      String digits = text.text();
      long value;
      try {
        value = digits.length() > LONGEST ? 0 : Long.parseLong(digits);
      } catch (NumberFormatException e) {
        return none(digits + " within 64 bits");
      }
      if (digits.length() > LONGEST) {
        return none(digits);
      }
      return (Long.toString(value).equals(digits) || issues.lose(SPELLING, digits))
          && NumberConverter.ToInteger.putInteger(value, bytes, type, out, issues);
    }
  }

  /** Into a boolean: {@code true} and {@code false} in any case, as CQL has them. */
  static final class ToBoolean extends TextConverter {
    ToBoolean(ValueIssues issues) {
      super(issues, "true or false");
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      String text = bytes.length <= 5 ? bytes.text() : "";
      boolean isTrue = text.equalsIgnoreCase("true");
      if (!isTrue && !text.equalsIgnoreCase("false")) {
        return none(bytes.text());
      }
      out.putByte(isTrue ? 1 : 0);
      return true;
    }
  }
}
