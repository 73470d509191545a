package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.internal.value.ChecksumText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The checksum of all bytes of a file, which stands in its footer: CRC32C of the file with zeros in
 * place of the checksum's own eight digits.
 */
public final class FileChecksum {

  /** The key of the footer's metadata under which it stands. */
  public static final String KEY = FileMetadata.PREFIX + "checksum";

  /** What stands there until it is known. */
  public static final String NONE = "0".repeat(8);

  /** The length of the footer, and the magic number. */
  public static final int TRAILER_BYTES = Integer.BYTES + 4;

  /**
   * What stands before the digits: the key, then in Thrift's compact protocol a field of type
   * binary behind the one before it, and its length.
   */
  private static final byte[] BEFORE = (KEY + "\u0018\b").getBytes(StandardCharsets.US_ASCII);

  private FileChecksum() {}

  /**
   * Returns where the digits are in the last bytes of a file, or −1 where they cannot be told from
   * others.
   *
   * @param tail the file from the footer's start, or before it, to its end
   */
  public static int place(byte[] tail) {
    int end = tail.length - TRAILER_BYTES;
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    int place = -1;
    for (int i = Math.max(0, end - length); i + BEFORE.length + NONE.length() <= end; i++) {
      if (Arrays.equals(tail, i, i + BEFORE.length, BEFORE, 0, BEFORE.length)) {
        if (place >= 0) {
          return -1;
        }
        place = i + BEFORE.length;
      }
    }
    return place;
  }

  /**
   * Puts the checksum in its place.
   *
   * @param tail the file from the footer's start, or before it, to its end, with {@link #NONE}
   * @param before the checksum of all bytes before that; it is not of use any more
   */
  public static void seal(byte[] tail, CRC32C before) {
    int place = place(tail);
    if (place >= 0) {
      before.update(tail);
      byte[] digits = ChecksumText.of(before).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(digits, 0, tail, place, digits.length);
    }
  }
}
