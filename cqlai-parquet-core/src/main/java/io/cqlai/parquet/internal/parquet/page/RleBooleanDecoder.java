package io.cqlai.parquet.internal.parquet.page;

/** Booleans in runs, as data pages of version 2 have them, with the length of all before them. */
final class RleBooleanDecoder extends ValueDecoder {

  private final HybridRle runs;

  RleBooleanDecoder(byte[] bytes, int from, int limit) {
    if (limit - from < 4) {
      throw tooFew();
    }
    int length = PlainDecoder.intAt(bytes, from);
    if (length < 0 || length > limit - from - 4) {
      throw FileFault.corrupt("runs of " + length + " bytes in a page of " + (limit - from));
    }
    runs = new HybridRle(bytes, from + 4, from + 4 + length, 1);
  }

  @Override
  public boolean readBoolean() {
    return runs.next() != 0;
  }

  @Override
  public void skip() {
    runs.next();
  }
}
