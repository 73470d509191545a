package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.util.Optional;

/**
 * Cells of any type, read from the text that {@link CellText#format} gives them: a value that is
 * not within another one stands without quotes.
 */
public final class CellParser {

  private CellParser() {}

  /**
   * Returns what stands for null within a value, beside {@code null} and nothing at all, where a
   * text stands for it elsewhere: none that may be a value.
   */
  public static String nullWithin(String nullText) {
    return ScalarParser.mayBeValue(nullText) ? "" : nullText;
  }

  /**
   * Puts the value that a text stands for.
   *
   * @param nullText what {@link #nullWithin} returned
   * @throws UnfitValue when it stands for none; what was put until then stays
   */
  public static void put(CqlType type, String text, String nullText, CellWriter out)
      throws UnfitValue {
    if (type instanceof CqlType.Scalar scalar) {
      ScalarParser.put(scalar, text, out);
    } else if (ScalarParser.isHex(text)) {
      ScalarParser.putHex(text, out);
    } else if (type instanceof CqlType.Custom) {
      throw UnfitValue.not(text, "of the form 0x…, two digits a byte");
    } else {
      LiteralReader in = new LiteralReader(text, nullText);
      nested(type, in, out);
      in.end();
    }
  }

  private static void nested(CqlType type, LiteralReader in, CellWriter out) throws UnfitValue {
    if (type instanceof CqlType.ListOf list) {
      list(list.element(), in, out);
    } else if (type instanceof CqlType.SetOf set) {
      set(set.element(), in, out);
    } else if (type instanceof CqlType.MapOf map) {
      entries(map, in, out);
    } else if (type instanceof CqlType.VectorOf vector) {
      vector(vector, in, out);
    } else if (type instanceof CqlType.TupleOf tuple) {
      tuple(tuple, in, out);
    } else {
      fields((CqlType.UserDefined) type, in, out);
    }
  }

  private static void list(CqlType element, LiteralReader in, CellWriter out) throws UnfitValue {
    int mark = out.beginCollection();
    int count = 0;
    for (boolean more = in.open('[', ']'); more; more = in.more(']')) {
      part(element, in, "element " + count, out);
      count++;
    }
    out.endCollection(mark, count);
  }

  private static void set(CqlType element, LiteralReader in, CellWriter out) throws UnfitValue {
    DistinctValues distinct = new DistinctValues(element);
    int mark = out.beginCollection();
    int count = 0;
    for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
      int start = out.size() + Integer.BYTES;
      filled(element, in, "element " + count, "set", out);
      distinct.takeNew(out, start, "element");
      count++;
    }
    out.endCollection(mark, count);
  }

  private static void entries(CqlType.MapOf map, LiteralReader in, CellWriter out)
      throws UnfitValue {
    DistinctValues distinct = new DistinctValues(map.key());
    int mark = out.beginCollection();
    int count = 0;
    for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
      int start = out.size() + Integer.BYTES;
      filled(map.key(), in, "key " + count, "map", out);
      distinct.takeNew(out, start, "key");
      in.take(':');
      filled(map.value(), in, "value " + count, "map", out);
      count++;
    }
    out.endCollection(mark, count);
  }

  private static void vector(CqlType.VectorOf vector, LiteralReader in, CellWriter out)
      throws UnfitValue {
    VectorValues values = new VectorValues(vector, out);
    for (boolean more = in.open('[', ']'); more; more = in.more(']')) {
      values.begin();
      if (!bare(vector.element(), in, values.place(), out)) {
        throw values.isNull();
      }
      values.end();
    }
    values.endAll();
  }

  private static void tuple(CqlType.TupleOf tuple, LiteralReader in, CellWriter out)
      throws UnfitValue {
    int count = 0;
    for (boolean more = in.open('(', ')'); more; more = in.more(')')) {
      if (count == tuple.components().size()) {
        throw new UnfitValue("there are more than the " + count + " parts of the tuple");
      }
      part(tuple.components().get(count), in, "part " + count, out);
      count++;
    }
  }

  private static void fields(CqlType.UserDefined type, LiteralReader in, CellWriter out)
      throws UnfitValue {
    FieldValues values = new FieldValues(type);
    for (boolean more = in.open('{', '}'); more; more = in.more('}')) {
      String name = in.name();
      int index = values.index(name);
      in.take(':');
      part(type.fields().get(index).type(), in, name, values.begin(index));
    }
    values.putAll(out);
  }

  /** Puts a value with its length before it; returns false for null. */
  private static boolean part(CqlType type, LiteralReader in, String place, CellWriter out)
      throws UnfitValue {
    int mark = out.beginValue();
    if (bare(type, in, place, out)) {
      out.endValue(mark);
      return true;
    }
    out.endNull(mark);
    return false;
  }

  /** Puts a value with its length before it, where there are no nulls. */
  private static void filled(
      CqlType type, LiteralReader in, String place, String within, CellWriter out)
      throws UnfitValue {
    if (!part(type, in, place, out)) {
      throw new UnfitValue(place + " is null, and a " + within + " has none");
    }
  }

  /** Another program's form of texts or of values within others, such as JSON's. */
  private static boolean isOpened(String text) {
    return !text.isEmpty() && "\"[{(".indexOf(text.charAt(0)) >= 0;
  }

  /** Puts a value without its length; returns false for null, which puts nothing. */
  private static boolean bare(CqlType type, LiteralReader in, String place, CellWriter out)
      throws UnfitValue {
    try {
      if (in.isAtBracket() && !(type instanceof CqlType.Scalar)) {
        nested(type, in, out);
        return true;
      }
      Optional<String> quoted = in.quoted();
      String text =
          quoted.isPresent()
              ? quoted.get()
              : type == CqlType.Scalar.TIME ? in.timeOrWord() : in.word();
      if (quoted.isEmpty() && in.isNull(text)) {
        return false;
      }
      if (quoted.isEmpty() && CellCheck.isText(type) && isOpened(text)) {
        throw UnfitValue.not(text, "a text in single quotes, as texts within others are");
      }
      if (type instanceof CqlType.Scalar scalar) {
        ScalarParser.put(scalar, text, out);
      } else if (ScalarParser.isHex(text)) {
        ScalarParser.putHex(text, out);
      } else {
        throw UnfitValue.not(text, "a " + type.toCql());
      }
      return true;
    } catch (UnfitValue e) {
      throw e.within(place);
    }
  }
}
