package io.cqlai.parquet.internal.parquet.page;

/**
 * Gives the values of one data page, one after the other. Only the method for the column's physical
 * type works; a value that is not there ends in a {@link FileFault}.
 */
public abstract class ValueDecoder {

  /** Returns the next value of an INT32 column. */
  public int readInt() {
    throw wrongType("INT32");
  }

  /** Returns the next value of an INT64 column. */
  public long readLong() {
    throw wrongType("INT64");
  }

  /** Returns the next value of a FLOAT column. */
  public float readFloat() {
    throw wrongType("FLOAT");
  }

  /** Returns the next value of a DOUBLE column. */
  public double readDouble() {
    throw wrongType("DOUBLE");
  }

  /** Returns the next value of a BOOLEAN column. */
  public boolean readBoolean() {
    throw wrongType("BOOLEAN");
  }

  /**
   * Shows the next value of a BINARY, FIXED_LEN_BYTE_ARRAY or INT96 column.
   *
   * @param into is set to the value, and shows it until the next call
   */
  public void readBytes(ByteSlice into) {
    throw wrongType("bytes");
  }

  /** Passes over the next value. */
  public abstract void skip();

  private FileFault wrongType(String wanted) {
    return FileFault.corrupt(
        "values of an encoding ("
            + getClass().getSimpleName()
            + ") that "
            + wanted
            + " cannot have");
  }

  static FileFault tooFew() {
    return FileFault.corrupt("a page has fewer values than it says");
  }
}
