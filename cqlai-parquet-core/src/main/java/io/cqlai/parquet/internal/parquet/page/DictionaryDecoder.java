package io.cqlai.parquet.internal.parquet.page;

/** Values as numbers of entries in the column chunk's dictionary. */
public final class DictionaryDecoder extends ValueDecoder {

  private final Dictionary dictionary;
  private final HybridRle entries;

  DictionaryDecoder(Dictionary dictionary, byte[] bytes, int from, int limit) {
    this.dictionary = dictionary;
    if (from == limit) {
      // A page of nothing but nulls.
      entries = new HybridRle(bytes, from, limit, 0);
    } else {
      entries = new HybridRle(bytes, from + 1, limit, bytes[from] & 0xff);
    }
  }

  /** Returns the dictionary. */
  public Dictionary dictionary() {
    return dictionary;
  }

  /** Returns the number of the next value's entry, and passes over it. Not checked yet. */
  public int readEntry() {
    return entries.next();
  }

  @Override
  public int readInt() {
    return dictionary.select(entries.next()).readInt();
  }

  @Override
  public long readLong() {
    return dictionary.select(entries.next()).readLong();
  }

  @Override
  public float readFloat() {
    return dictionary.select(entries.next()).readFloat();
  }

  @Override
  public double readDouble() {
    return dictionary.select(entries.next()).readDouble();
  }

  @Override
  public void readBytes(ByteSlice into) {
    dictionary.select(entries.next()).readBytes(into);
  }

  @Override
  public void skip() {
    entries.next();
  }
}
