package io.cqlai.parquet.internal.parquet.page;

/** All lengths first, as {@link DeltaDecoder} has them, then the bytes of all values. */
final class DeltaLengthDecoder extends ValueDecoder {

  private final byte[] bytes;
  private final int limit;
  private final DeltaDecoder lengths;
  private int at;

  DeltaLengthDecoder(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.limit = limit;
    // Walked over once for where the values begin: no memory is taken for them.
    this.at = new DeltaDecoder(bytes, from, limit).skipAll();
    this.lengths = new DeltaDecoder(bytes, from, limit);
  }

  @Override
  public void readBytes(ByteSlice into) {
    int length = lengths.readInt();
    if (length < 0 || length > limit - at) {
      throw FileFault.corrupt(
          "a value of " + length + " bytes where " + (limit - at) + " are left");
    }
    into.set(bytes, at, length);
    at += length;
  }

  @Override
  public void skip() {
    readBytes(new ByteSlice());
  }
}
