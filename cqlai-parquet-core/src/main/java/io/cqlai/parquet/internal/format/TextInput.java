package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.apache.parquet.io.InputFile;

/** Files of text to be read: as characters, and the errors that come of it. */
public final class TextInput {

  private static final long LEAST_CHARACTERS = 1L << 20;
  private static final long MOST_CHARACTERS = 64L << 20;
  private static final int SHARE_OF_HEAP = 8;

  private TextInput() {}

  /**
   * Opens a file's characters, without a byte order mark at their start. Bytes that are none in the
   * encoding end in a {@link CharacterCodingException}, once all before them has been read.
   *
   * @throws IOException when the file cannot be opened
   */
  public static Reader reader(InputFile file, Charset charset) throws IOException {
    return new DecodingReader(file.newStream(), charset);
  }

  /** Returns the most characters of a record that the heap allows. */
  public static int mostCharacters() {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    return (int) Math.min(MOST_CHARACTERS, Math.max(LEAST_CHARACTERS, share));
  }

  /** Returns the error of a file that cannot be read any more. */
  public static TransferException failed(IOException cause, Place place) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Reading the file failed: " + cause,
            "Look after the storage, then run it again")
        .at(place)
        .causedBy(cause)
        .thatMayPass();
  }

  /** Returns the error of a file that is another one when it is read again. */
  static TransferException changed(Place place) {
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "The file was changed while it was imported: it ends before a row that was rejected",
            "Import it again, and leave it alone meanwhile")
        .at(place);
  }

  /**
   * Returns the error of bytes that are no text.
   *
   * @param line where the record begins that was being read
   */
  public static TransferException notInCharset(Charset charset, long line, Place place) {
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "The record of line " + line + " has bytes that are no " + charset.name(),
            "Say with ENCODING what the file is written in, or convert it")
        .at(place);
  }

  /** Returns the error of a record that is too large. */
  public static TransferException tooLarge(long line, int mostCharacters, Place place) {
    return TransferException.of(
            ErrorCode.OUT_OF_MEMORY,
            "The record of line "
                + line
                + " has more than "
                + mostCharacters
                + " characters, which are the most that this heap allows",
            "Look whether a quote is not closed there; for values that are so large, give the JVM a"
                + " larger heap (-Xmx)")
        .at(place);
  }

  /** Returns the error of a record that has too many fields. */
  public static TransferException tooManyFields(long line, int mostFields, Place place) {
    return TransferException.of(
            ErrorCode.OUT_OF_MEMORY,
            "The record of line "
                + line
                + " has more than "
                + mostFields
                + " fields, which are the most that this heap allows",
            "Look what stands there, and whether DELIMITER divides the fields")
        .at(place);
  }
}
