package io.cqlai.parquet.internal.parquet.write;

import java.nio.ByteBuffer;
import java.util.List;
import javax.annotation.Nullable;

/** Checks the values that a value is made of; nulls among them are none of its business. */
abstract class NestedCheck implements ValueCheck {

  private final List<String> names;
  private final ValueCheck[] checks;

  /**
   * @param names what messages call each part, to be followed by its number where parts repeat
   * @param checks one for each part
   */
  NestedCheck(List<String> names, ValueCheck... checks) {
    this.names = names;
    this.checks = checks;
  }

  final int parts() {
    return checks.length;
  }

  /** Goes to the next value and checks it as a part. */
  @Nullable
  final String next(Cursor cursor, int part) {
    return cursor.advance() ? checks[part].reason(cursor.value()) : null;
  }

  final String name(int part) {
    return names.get(part);
  }

  /** The fields of a tuple or a user-defined type. */
  static final class OfFields extends NestedCheck {
    private final Cursor cursor = new Cursor.OfFields();
    private final boolean whole;

    /**
     * @param whole whether a value that ends before its last field is rejected
     */
    OfFields(boolean whole, List<String> names, ValueCheck... checks) {
      super(names, checks);
      this.whole = whole;
    }

    @Override
    @Nullable
    public String reason(ByteBuffer value) {
      cursor.start(value);
      for (int field = 0; field < parts(); field++) {
        if (whole && cursor.atEnd()) {
          return name(field) + " is missing and would come back as a null";
        }
        String reason = next(cursor, field);
        if (reason != null) {
          return name(field) + ": " + reason;
        }
      }
      return null;
    }
  }

  /** The elements of a collection, or a map's entries. */
  static final class OfElements extends NestedCheck {
    private final Cursor cursor;

    OfElements(Cursor cursor, List<String> names, ValueCheck... checks) {
      super(names, checks);
      this.cursor = cursor;
    }

    @Override
    @Nullable
    public String reason(ByteBuffer value) {
      if (!value.hasRemaining()) {
        return null;
      }
      cursor.start(value);
      int count = cursor.count();
      for (int i = 0; i < count; i++) {
        for (int part = 0; part < parts(); part++) {
          String reason = next(cursor, part);
          if (reason != null) {
            return name(part) + " " + i + ": " + reason;
          }
        }
      }
      return null;
    }
  }
}
