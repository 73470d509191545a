package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.page.ThriftShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * Reads the footer of a file that may be anything.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Parquet, File Format</a>
 */
final class FooterReader {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);

  /** The length of the footer, and the magic bytes. */
  private static final int TAIL = 8;

  private static final int SMALLEST = MAGIC.length + TAIL;

  /** A footer becomes some ten times as large as objects. */
  private static final long HEAP_PER_FOOTER_BYTE = 16;

  private final Place place;

  private FooterReader(Place place) {
    this.place = place;
  }

  /**
   * Reads a footer.
   *
   * @param name the file's name for messages
   * @throws TransferException when the file is no whole, plain Parquet file
   * @throws IOException when it cannot be read
   */
  static Footer read(InputFile file, String name) throws IOException {
    FooterReader reader = new FooterReader(Place.file(name));
    try (SeekableInputStream in = file.newStream()) {
      return reader.read(in, file.getLength());
    } catch (FileFault e) {
      throw e.at("The footer cannot be read", reader.place);
    }
  }

  private Footer read(SeekableInputStream in, long fileLength) throws IOException {
    if (fileLength < SMALLEST) {
      throw notParquet(
          fileLength == 0
              ? "The file is empty"
              : "The file is too short to be a Parquet file: " + fileLength + " bytes");
    }
    byte[] tail = new byte[TAIL];
    in.seek(fileLength - TAIL);
    in.readFully(tail);
    checkMagic(in, tail);
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt());
    long start = fileLength - TAIL - length;
    if (start < MAGIC.length) {
      throw FileFault.corrupt(
          "it says that it has " + length + " bytes, and the file has " + fileLength);
    }
    return parse(footerBytes(in, start, length), start);
  }

  private void checkMagic(SeekableInputStream in, byte[] tail) throws IOException {
    byte[] last = Arrays.copyOfRange(tail, TAIL - MAGIC.length, TAIL);
    if (Arrays.equals(last, ENCRYPTED)) {
      throw encrypted().at(place);
    }
    if (Arrays.equals(last, MAGIC)) {
      return;
    }
    byte[] first = new byte[MAGIC.length];
    in.seek(0);
    in.readFully(first);
    if (Arrays.equals(first, MAGIC)) {
      throw TransferException.of(
              ErrorCode.CORRUPT_FILE,
              "The file is truncated: it begins as a Parquet file and does not end as one",
              "Write it again, or copy it again from its source")
          .at(place);
    }
    throw notParquet("The file is not a Parquet file: it does not end in PAR1");
  }

  private static byte[] footerBytes(SeekableInputStream in, long start, long length)
      throws IOException {
    long heap = Runtime.getRuntime().maxMemory();
    if (length > heap / HEAP_PER_FOOTER_BYTE) {
      throw new FileFault(
          ErrorCode.OUT_OF_MEMORY,
          "it has " + length + " bytes, too many for a heap of " + heap,
          "Give the JVM a larger heap (-Xmx), or write the file with fewer, larger row groups");
    }
    byte[] bytes = new byte[(int) length];
    in.seek(start);
    in.readFully(bytes);
    return bytes;
  }

  private Footer parse(byte[] bytes, long start) {
    if (ThriftShape.end(bytes, 0, bytes.length) == ThriftShape.INCOMPLETE) {
      throw FileFault.corrupt("it ends in the middle of a structure");
    }
    FileMetaData metadata;
    try {
      metadata = Util.readFileMetaData(new ByteArrayInputStream(bytes), bytes.length + 1);
    } catch (IOException | RuntimeException e) {
      throw FileFault.of(e);
    }
    MessageType schema = SchemaReader.read(metadata);
    Map<String, String> keyValues = new HashMap<>();
    if (metadata.getKey_value_metadata() != null) {
      for (KeyValue each : metadata.getKey_value_metadata()) {
        keyValues.put(each.getKey(), each.getValue() == null ? "" : each.getValue());
      }
    }
    return new Footer(
        Map.copyOf(keyValues), schema, new RowGroupChecks(schema, start).check(metadata));
  }

  private TransferException notParquet(String problem) {
    return TransferException.of(
            ErrorCode.NOT_PARQUET, problem, "Check the path, and that the file was written whole")
        .at(place);
  }

  /** Returns the error of a file that needs a key. */
  static TransferException encrypted() {
    return TransferException.of(
        ErrorCode.ENCRYPTED_FILE,
        "The file is encrypted",
        "Write it without encryption: this version takes no keys");
  }
}
