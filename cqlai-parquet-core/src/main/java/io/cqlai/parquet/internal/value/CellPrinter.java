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

  void literal(CqlType type, @Nullable ByteBuffer cell) {
    if (cell == null) {
      out.append("null");
    } else if (type instanceof CqlType.Scalar scalar) {
      scalar(cell, ScalarText.literal(scalar, form, cell, limit));
    } else if (type instanceof CqlType.Custom || (!cell.hasRemaining() && !form.isLoose())) {
      scalar(cell, null);
    } else {
      int start = out.length();
      try {
        nested(type, cell);
      } catch (IndexOutOfBoundsException beyondTheCell) {
        // Some length within it is wrong: show what is there rather than a part of it.
        out.setLength(start);
        out.append(ScalarText.hex(cell, limit));
      }
    }
  }

  private void scalar(ByteBuffer cell, @Nullable String text) {
    out.append(text == null ? ScalarText.hex(cell, limit) : text);
  }

  private void nested(CqlType type, ByteBuffer cell) {
    boolean inSquares = type instanceof CqlType.ListOf || type instanceof CqlType.VectorOf;
    boolean isTuple = type instanceof CqlType.TupleOf;
    boolean endsEarly = !form.isLoose();
    boolean hasFields = isTuple || type instanceof CqlType.UserDefined;
    int most = endsEarly && hasFields ? CellParts.fieldsIn(type, cell) : Integer.MAX_VALUE;
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
            literal(partType, part);
          }
          return out.length() <= limit;
        });
    out.append(inSquares ? ']' : isTuple ? ')' : '}');
  }
}
