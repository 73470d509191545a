package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.internal.format.TextEncoder;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.internal.value.TextForm;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RejectListener;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetEncoder;
import javax.annotation.Nullable;

/** Encodes rows as records of CSV. */
final class CsvEncoder extends TextEncoder {

  private final RowSchema rows;
  private final TextForm form;
  private final String charset;
  @Nullable private final CharsetEncoder bounded;
  private final RecordWriter out;

  CsvEncoder(RowSchema rows, CsvSettings settings) {
    super(rows, "its bytes are no UTF-8, which text is read as");
    this.rows = rows;
    String missing = settings.nullText().isEmpty() ? "" : TextForm.CQL.missingField();
    this.form = new TextForm(TextForm.Timestamps.CQLSH, missing, TextForm.Inexact.AS_BYTES);
    this.charset = settings.charset().name();
    this.bounded = charset.startsWith("UTF-") ? null : settings.charset().newEncoder();
    this.out =
        RecordWriter.open(
            new PieceWriter(new OutputStreamWriter(out(), settings.charset().newEncoder())),
            settings);
  }

  @Override
  protected boolean encode(RowView row, RejectListener rejects) throws IOException {
    if (bounded != null) {
      for (int i = 0; i < row.size(); i++) {
        if (!canEncode(bounded, text(row, i))) {
          rejects.rejected(row, i, "a character of it does not exist in " + charset);
          return false;
        }
      }
    }
    for (int i = 0; i < row.size(); i++) {
      out.field(text(row, i));
    }
    out.end();
    return true;
  }

  @Nullable
  private String text(RowView row, int column) {
    ByteBuffer cell = row.cell(column);
    if (cell == null) {
      return null;
    }
    return CellText.format(rows.column(column).type(), form, cell);
  }

  /** All these encodings have ASCII, and a byte for each character. */
  private static boolean canEncode(CharsetEncoder encoder, @Nullable String text) {
    return text == null || text.chars().allMatch(c -> c < 0x80 || encoder.canEncode((char) c));
  }

  @Override
  protected void flush() throws IOException {
    out.flush();
  }
}
