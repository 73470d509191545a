package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.cqlai.parquet.internal.format.TextEncoder;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RejectListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Encodes rows as objects of JSON, one a line, in UTF-8. */
final class JsonEncoder extends TextEncoder {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final List<SerializedString> names = new ArrayList<>();
  private final List<ValueWriter> writers = new ArrayList<>();
  private final JsonGenerator out;

  JsonEncoder(RowSchema rows) {
    super(rows, "its bytes are no UTF-8, which JSON is written in");
    for (Column column : rows.columns()) {
      names.add(new SerializedString(column.name()));
      writers.add(ValueWriters.of(column.type()));
    }
    try {
      this.out = FACTORY.createGenerator(out());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory is written to, which does not fail
    }
    out.setRootValueSeparator(new SerializedString(""));
  }

  @Override
  protected boolean encode(RowView row, RejectListener rejects) throws IOException {
    out.writeStartObject();
    for (int i = 0; i < writers.size(); i++) {
      ByteBuffer cell = row.cell(i);
      out.writeFieldName(names.get(i));
      if (cell == null) {
        out.writeNull();
      } else {
        writers.get(i).write(cell, out);
      }
    }
    out.writeEndObject();
    out.writeRaw('\n');
    return true;
  }

  @Override
  protected void flush() throws IOException {
    out.flush();
  }
}
