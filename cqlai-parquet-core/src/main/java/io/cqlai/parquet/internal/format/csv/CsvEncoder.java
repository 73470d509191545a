package io.cqlai.parquet.internal.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.cqlai.parquet.internal.format.TextEncoder;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.internal.value.TextForm;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RejectListener;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
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
  private final String[] texts;

  CsvEncoder(RowSchema rows, CsvSettings settings) {
    this.rows = rows;
    String missing = settings.nullText().isEmpty() ? "" : TextForm.CQL.missingField();
    this.form = new TextForm(TextForm.Timestamps.CQLSH, missing, TextForm.Inexact.AS_BYTES);
    this.charset = settings.charset().name();
    this.bounded = charset.startsWith("UTF-") ? null : settings.charset().newEncoder();
    this.out =
        RecordWriter.open(new OutputStreamWriter(out(), settings.charset().newEncoder()), settings);
    this.texts = new String[rows.size()];
  }

  @Override
  protected boolean encode(RowView row, RejectListener rejects) throws IOException {
    for (int i = 0; i < texts.length; i++) {
      ByteBuffer cell = row.cell(i);
      String text = cell == null ? null : CellText.format(rows.column(i).type(), form, cell);
      if (text != null && bounded != null && !bounded.canEncode(text)) {
        rejects.rejected(row, i, "a character of it does not exist in " + charset);
        return false;
      }
      texts[i] = text;
    }
    try {
      CsvWriter.CsvWriterRecord record = out.begin();
      for (String text : texts) {
        out.field(record, text);
      }
      record.endRecord();
      return true;
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  @Override
  protected void flush() throws IOException {
    out.flush();
  }
}
