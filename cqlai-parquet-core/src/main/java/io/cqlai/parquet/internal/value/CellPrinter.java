package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/** Prints one cell, its nested values too; see {@link CellText}. Ends soon after its limit. */
final class CellPrinter {

  private final StringBuilder out = new StringBuilder();
  private final TextForm form;
  private final int limit;

  /** Makes a printer that may stop once it has printed more than so many characters. */
  CellPrinter(TextForm form, int limit) {
    this.form = form;
    this.limit = limit;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  void plain(CqlType type, @Nullable ByteBuffer cell) {
    if (cell != null && type instanceof CqlType.Scalar scalar) {
      scalar(cell, ScalarText.plain(scalar, form, cell, limit));
    } else {
      literal(type, cell);
    }
  }

  /** Returns false, with nothing printed, for a text that would not give its bytes back. */
  boolean literal(CqlType type, @Nullable ByteBuffer cell) {
    if (cell == null) {
      out.append("null");
    } else if (type instanceof CqlType.Scalar scalar) {
      String text = ScalarText.literal(scalar, form, cell, limit);
      if (text == null && !form.isLoose() && CellCheck.isText(type)) {
        return false; // what stands there as 0x… is text again
      }
      scalar(cell, text);
    } else if (type instanceof CqlType.Custom || (!cell.hasRemaining() && !form.isLoose())) {
      scalar(cell, null);
    } else {
      int start = out.length();
      if (!isNested(type, cell)) {
        // Some length within it is wrong: show what is there rather than a part of it.
        out.setLength(start);
        out.append(ScalarText.hex(cell, limit));
      }
    }
    return true;
  }

  private boolean isNested(CqlType type, ByteBuffer cell) {
    try {
      return nested(type, cell);
    } catch (IndexOutOfBoundsException beyondTheCell) {
      return false;
    }
  }

  private void scalar(ByteBuffer cell, @Nullable String text) {
    out.append(text == null ? ScalarText.hex(cell, limit) : text);
  }

  /** Returns false where what was printed would not give the bytes back, and they are wanted. */
  private boolean nested(CqlType type, ByteBuffer cell) {
    boolean inSquares = type instanceof CqlType.ListOf || type instanceof CqlType.VectorOf;
    boolean isTuple = type instanceof CqlType.TupleOf;
    boolean endsEarly = !form.isLoose();
    boolean hasFields = isTuple || type instanceof CqlType.UserDefined;
    int most = endsEarly && hasFields ? CellParts.fieldsIn(type, cell) : Integer.MAX_VALUE;
    long[] size = {CellParts.countSize(type, cell)};
    boolean[] whole = {size[0] >= 0};
    out.append(inSquares ? '[' : isTuple ? '(' : '{');
    CellParts.each(
        type,
        cell,
        (index, partType, part) -> {
          if (index >= most) {
            return false;
          }
          boolean isMapValue = type instanceof CqlType.MapOf && index % 2 == 1;
          out.append(isMapValue ? ": " : index > 0 ? ", " : "");
          if (type instanceof CqlType.UserDefined userDefined) {
            String name = userDefined.fields().get(index).name();
            out.append(CqlName.quoteIfNeeded(name)).append(": ");
          }
          if (part == null && type instanceof CqlType.UserDefined) {
            out.append(form.missingField());
          } else {
            whole[0] &= literal(partType, part);
          }
          size[0] += CellParts.size(type, part);
          return out.length() <= limit;
        });
    out.append(inSquares ? ']' : isTuple ? ')' : '}');
    return form.isLoose() || (whole[0] && size[0] == cell.remaining());
  }
}
