package io.cqlai.parquet.internal.format.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes records of what the parser finds, as long as they are not too large. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<CsvRecord> {

  private final int mostCharacters;
  private List<String> fields = new ArrayList<>();
  private boolean[] quoted = new boolean[16];
  private int characters;

  RecordHandler(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  /** Returns the line on which the record begins that was begun last. */
  long line() {
    return getStartingLineNumber();
  }

  @Override
  protected void handleBegin(long line) {
    fields = new ArrayList<>(fields.size());
    characters = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean inQuotes) {
    characters += length + 1;
    if (characters > mostCharacters) {
      throw new RecordTooLargeException();
    }
    if (index == quoted.length) {
      quoted = Arrays.copyOf(quoted, 2 * index);
    }
    quoted[index] = inQuotes;
    fields.add(new String(buffer, offset, length));
  }

  @Override
  protected CsvRecord buildRecord() {
    return new CsvRecord(getStartingLineNumber(), fields, Arrays.copyOf(quoted, fields.size()));
  }

  /** Says that a record has more characters than may be held in memory. */
  static final class RecordTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
