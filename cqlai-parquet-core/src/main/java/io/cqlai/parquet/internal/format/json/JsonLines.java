package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.RecordCursor;
import io.cqlai.parquet.internal.format.TextInput;
import java.io.IOException;

/** The lines of a file, blank ones left out, whether they are JSON or not. */
final class JsonLines implements RecordCursor {

  private static final int LEAST_BYTES = 1 << 20;
  private static final int MOST_BYTES = 256 << 20;
  private static final int SHARE_OF_HEAP = 4;

  private final Place place;
  private final int mostBytes;
  private final LineReader lines;

  private JsonLines(JsonFile file) throws IOException {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    this.place = Place.file(file.name());
    this.mostBytes = (int) Math.min(MOST_BYTES, Math.max(LEAST_BYTES, share));
    this.lines = new LineReader(file.file().newStream(), mostBytes);
  }

  static JsonLines open(JsonFile file) {
    try {
      return new JsonLines(file);
    } catch (IOException e) {
      throw TextInput.failed(e, Place.file(file.name()));
    }
  }

  @Override
  public boolean next() {
    try {
      return lines.next();
    } catch (LineReader.TooLongException | OutOfMemoryError e) {
      throw tooLong().causedBy(e);
    } catch (IOException e) {
      throw TextInput.failed(e, place);
    }
  }

  /** Returns the error of a line that is too long. */
  TransferException tooLong() {
    return TransferException.of(
            ErrorCode.OUT_OF_MEMORY,
            "Line "
                + line()
                + " is too long for this heap, of which a line may have a quarter: "
                + mostBytes
                + " bytes",
            "Look whether line feeds are missing; for values that are so large, give the JVM a"
                + " larger heap (-Xmx)")
        .at(place);
  }

  /** Begins the line that the cursor stands on. */
  JsonLine tokens() throws IOException {
    return new JsonLine(lines.bytes(), lines.start(), lines.length());
  }

  /** Returns what holds the line; it is written over by {@link #next()}. */
  byte[] bytes() {
    return lines.bytes();
  }

  /** Returns where in {@link #bytes()} the line begins. */
  int start() {
    return lines.start();
  }

  /** Returns how many bytes the line has. */
  int length() {
    return lines.length();
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw TextInput.failed(e, place);
    }
  }
}
