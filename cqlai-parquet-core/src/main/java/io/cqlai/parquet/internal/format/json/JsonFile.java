package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.TextInput;
import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.io.InputFile;

/**
 * A file of JSON lines.
 *
 * @param file the file
 * @param name its path or URI
 */
public record JsonFile(InputFile file, String name) {

  private static final int FIRST_BYTES = 512;

  /**
   * Opens a file: looks at its first bytes.
   *
   * @throws TransferException UNSUPPORTED_FILE when they are an array's or UTF-16, STORAGE_FAILED
   */
  public static JsonFile open(InputFile file, String name) {
    byte[] first;
    try (InputStream in = file.newStream()) {
      first = in.readNBytes(FIRST_BYTES);
    } catch (IOException e) {
      throw TextInput.failed(e, Place.file(name));
    }
    for (byte each : first) {
      if (each == 0) {
        throw unsupported(
            name, "The file is no UTF-8, in which JSON is written", "Convert it to UTF-8");
      }
    }
    int start = LineReader.markSize(first, first.length);
    for (int i = start; i < first.length && " \t\r\n[".indexOf(first[i]) >= 0; i++) {
      if (first[i] == '[') {
        throw unsupported(
            name,
            "The file holds an array of JSON, and not one object in each line",
            "Write each of its elements on a line of its own, as in jq -c '.[]' file > lines");
      }
    }
    return new JsonFile(file, name);
  }

  private static TransferException unsupported(String name, String problem, String remedy) {
    return TransferException.of(ErrorCode.UNSUPPORTED_FILE, problem, remedy).at(Place.file(name));
  }
}
