package io.cqlai.parquet.internal.parquet.page;

import java.util.Arrays;

/**
 * Values as the length of what they share with the one before, and the rest.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet,
 *     Encodings, Delta Strings (DELTA_BYTE_ARRAY)</a>
 */
final class DeltaBytesDecoder extends ValueDecoder {

  private final DeltaDecoder prefixes;
  private final DeltaLengthDecoder suffixes;
  private final ByteSlice suffix = new ByteSlice();
  private byte[] current;
  private int length;

  /**
   * Makes a decoder.
   *
   * @param previous the last value of the page before, for files whose writer went on with it
   *     (PARQUET-246); empty otherwise
   */
  DeltaBytesDecoder(byte[] bytes, int from, int limit, byte[] previous) {
    int suffixesAt = new DeltaDecoder(bytes, from, limit).skipAll();
    this.prefixes = new DeltaDecoder(bytes, from, limit);
    this.suffixes = new DeltaLengthDecoder(bytes, suffixesAt, limit);
    this.current = previous.clone();
    this.length = previous.length;
  }

  @Override
  public void readBytes(ByteSlice into) {
    int prefix = prefixes.readInt();
    suffixes.readBytes(suffix);
    if (prefix < 0 || prefix > length) {
      throw FileFault.corrupt("a value that shares " + prefix + " bytes with one of " + length);
    }
    length = Math.addExact(prefix, suffix.length);
    if (length > current.length) {
      current = Arrays.copyOf(current, Math.max(length, (int) Math.min(1 << 20, length * 2L)));
    }
    System.arraycopy(suffix.array, suffix.offset, current, prefix, suffix.length);
    into.set(current, 0, length);
  }

  @Override
  public void skip() {
    readBytes(new ByteSlice());
  }

  /** Returns the value that was read last. */
  byte[] last() {
    return Arrays.copyOf(current, length);
  }
}
