package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The primary key of a row as text, for messages: {@code id = 7, day = '2024-01-01'}. */
final class KeyText {

  private static final int MOST_CHARACTERS = 200;

  private KeyText() {}

  static String of(LoadSpec spec, RowView row) {
    List<String> parts = new ArrayList<>();
    for (int cell : spec.keyCells()) {
      Column column = spec.columns().get(cell);
      ByteBuffer value = row.cell(cell);
      String text = value == null ? "null" : CellText.format(column.type(), value);
      parts.add(column.cqlName() + " = " + shortened(text));
    }
    return String.join(", ", parts);
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
