package io.cqlai.parquet.internal.format.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes records of what the parser finds, as long as they are not too large. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<CsvRecord> {

  /** What a field takes beside its characters, about: an object, and its place among the others. */
  private static final int CHARACTERS_OF_FIELD = 32;

  private final int mostCharacters;
  private final int mostFields;
  private List<String> fields = new ArrayList<>();
  private boolean[] quoted = new boolean[16];
  private int characters;

  RecordHandler(int mostCharacters) {
    this.mostCharacters = mostCharacters;
    this.mostFields = mostCharacters / CHARACTERS_OF_FIELD;
  }

  /** Returns the line on which the record begins that was begun last. */
  long line() {
    return getStartingLineNumber();
  }

  /** Returns how many fields a record may have: together they take no more than characters do. */
  int mostFields() {
    return mostFields;
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
    if (index == mostFields) {
      throw new TooManyFieldsException();
    }
    if (index == quoted.length) {
      quoted = Arrays.copyOf(quoted, 2 * index);
    }
    quoted[index] = inQuotes;
    fields.add(length == 0 ? "" : new String(buffer, offset, length));
  }

  @Override
  protected CsvRecord buildRecord() {
    return new CsvRecord(getStartingLineNumber(), fields, Arrays.copyOf(quoted, fields.size()));
  }

  /** Says that a record has more characters than may be held in memory. */
  static final class RecordTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /** Says that a record has more fields than may be held in memory. */
  static final class TooManyFieldsException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
