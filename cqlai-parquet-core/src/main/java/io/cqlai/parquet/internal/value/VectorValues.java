package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.util.OptionalInt;

/** The elements of one vector, put one after the other and counted; see {@link VectorLayout}. */
public final class VectorValues {

  private final CqlType.VectorOf type;
  private final CellWriter out;
  private final OptionalInt fixedSize;
  private int count;
  private int mark;

  /** Begins a vector, whose elements are put into a writer. */
  public VectorValues(CqlType.VectorOf type, CellWriter out) {
    this.type = type;
    this.out = out;
    this.fixedSize = VectorLayout.fixedElementSize(type.element());
  }

  /** Begins an element: its bytes are put without a length. */
  public void begin() {
    mark = fixedSize.isPresent() ? out.size() : out.beginVintValue();
  }

  /** Returns which element was begun, for messages. */
  public String place() {
    return "element " + count;
  }

  /** Returns the reason where the element that was begun is null. */
  public UnfitValue isNull() {
    return new UnfitValue(place() + " is null, and a vector has none");
  }

  /**
   * Ends the element that was begun.
   *
   * @throws UnfitValue when it has another size than all elements have
   */
  public void end() throws UnfitValue {
    if (fixedSize.isEmpty()) {
      out.endVintValue(mark);
    } else if (out.size() - mark != fixedSize.getAsInt()) {
      throw new UnfitValue(
          place()
              + " has "
              + (out.size() - mark)
              + " bytes, and each of "
              + type.toCql()
              + " has "
              + fixedSize.getAsInt());
    }
    count++;
  }

  /**
   * Ends the vector.
   *
   * @throws UnfitValue when it has not as many elements as its type says
   */
  public void endAll() throws UnfitValue {
    if (count != type.dimensions()) {
      throw new UnfitValue(
          count + " elements are not the " + type.dimensions() + " of " + type.toCql());
    }
  }
}
