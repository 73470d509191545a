package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonToken;
import io.cqlai.parquet.internal.value.DistinctValues;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.internal.value.VectorValues;
import io.cqlai.parquet.schema.CqlType;
import java.util.List;

/** Values that are arrays in JSON. */
final class ArrayParsers {

  private ArrayParsers() {}

  static ValueParser list(ValueParser element) {
    return (in, out) -> {
      int mark = out.beginCollection();
      int count = 0;
      for (; in.tokens().nextToken() != JsonToken.END_ARRAY; count++) {
        ValueParsers.part(element, in, "element " + count, out);
      }
      out.endCollection(mark, count);
    };
  }

  static ValueParser set(CqlType.SetOf type, ValueParser element) {
    return (in, out) -> {
      DistinctValues distinct = new DistinctValues(type.element());
      int mark = out.beginCollection();
      int count = 0;
      for (; in.tokens().nextToken() != JsonToken.END_ARRAY; count++) {
        int start = out.size() + Integer.BYTES;
        if (!ValueParsers.part(element, in, "element " + count, out)) {
          throw new UnfitValue("element " + count + " is null, and a set has none");
        }
        distinct.takeNew(out, start, "element");
      }
      out.endCollection(mark, count);
    };
  }

  static ValueParser vector(CqlType.VectorOf type, ValueParser element) {
    return (in, out) -> {
      VectorValues values = new VectorValues(type, out);
      while (in.tokens().nextToken() != JsonToken.END_ARRAY) {
        values.begin();
        if (in.tokens().currentToken() == JsonToken.VALUE_NULL) {
          throw values.isNull();
        }
        ValueParsers.within(element, in, values.place(), out);
        values.end();
      }
      values.endAll();
    };
  }

  static ValueParser tuple(List<ValueParser> parts) {
    return (in, out) -> {
      for (int i = 0; in.tokens().nextToken() != JsonToken.END_ARRAY; i++) {
        if (i == parts.size()) {
          throw new UnfitValue("there are more than the " + i + " parts of the tuple");
        }
        ValueParsers.part(parts.get(i), in, "part " + i, out);
      }
    };
  }
}
