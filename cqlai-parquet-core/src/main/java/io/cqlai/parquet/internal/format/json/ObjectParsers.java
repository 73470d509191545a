package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.internal.value.CellParser;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.DistinctValues;
import io.cqlai.parquet.internal.value.FieldValues;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.schema.CqlType;
import java.util.List;

/** Values that are objects in JSON. */
final class ObjectParsers {

  private ObjectParsers() {}

  static ValueParser map(CqlType.MapOf type, ValueParser values) {
    return (in, out) -> {
      DistinctValues distinct = new DistinctValues(type.key());
      int mark = out.beginCollection();
      int count = 0;
      for (String name = in.tokens().nextFieldName();
          name != null;
          name = in.tokens().nextFieldName()) {
        int start = out.beginValue();
        key(type.key(), name, out);
        out.endValue(start);
        distinct.takeNew(out, start, "key");
        in.tokens().nextToken();
        if (!ValueParsers.part(values, in, "value of " + name, out)) {
          throw new UnfitValue("the value of " + name + " is null, and a map has none");
        }
        count++;
      }
      out.endCollection(mark, count);
    };
  }

  private static void key(CqlType type, String name, CellWriter out) throws UnfitValue {
    try {
      CellParser.put(type, name, "", out);
    } catch (UnfitValue e) {
      throw e.within("key");
    }
  }

  static ValueParser fields(CqlType.UserDefined type, List<ValueParser> parsers) {
    return (in, out) -> {
      FieldValues fields = new FieldValues(type);
      for (String name = in.tokens().nextFieldName();
          name != null;
          name = in.tokens().nextFieldName()) {
        int index = fields.index(name);
        in.tokens().nextToken();
        ValueParsers.part(parsers.get(index), in, name, fields.begin(index));
      }
      fields.putAll(out);
    };
  }
}
