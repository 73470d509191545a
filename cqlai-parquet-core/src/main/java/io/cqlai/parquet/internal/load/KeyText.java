package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
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
      String text = CellText.brief(column.type(), row.cell(cell), MOST_CHARACTERS);
      parts.add(column.cqlName() + " = " + text);
    }
    return String.join(", ", parts);
  }
}
