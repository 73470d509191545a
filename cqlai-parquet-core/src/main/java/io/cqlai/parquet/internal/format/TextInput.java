package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.apache.parquet.io.InputFile;

/** Files of text to be read: as characters, and the errors that come of it. */
public final class TextInput {

  private static final int BUFFER_BYTES = 64 << 10;
  private static final int BYTE_ORDER_MARK = '\uFEFF';
  private static final long LEAST_CHARACTERS = 1L << 20;
  private static final long MOST_CHARACTERS = 64L << 20;
  private static final int SHARE_OF_HEAP = 16;

  private TextInput() {}

  /**
   * Opens a file's characters, without a byte order mark at their start. Bytes that are none in the
   * encoding end in a {@link CharacterCodingException}.
   *
   * @throws IOException when the file cannot be opened
   */
  public static Reader reader(InputFile file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new BufferedInputStream(file.newStream(), BUFFER_BYTES), charset.newDecoder()));
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
    } catch (CharacterCodingException e) {
      return reader; // told by who reads on, with the place
    }
    return reader;
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
            "Look after the storage, then import again")
        .at(place)
        .causedBy(cause)
        .thatMayPass();
  }

  /** Returns the error of bytes that are no text. */
  public static TransferException notInCharset(Charset charset, long lastLine, Place place) {
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "Behind the record of line "
                + lastLine
                + " the file has bytes that are no "
                + charset.name(),
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
}
