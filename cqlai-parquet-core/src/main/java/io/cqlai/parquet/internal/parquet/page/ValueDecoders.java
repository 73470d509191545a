package io.cqlai.parquet.internal.parquet.page;

import io.cqlai.parquet.error.ErrorCode;
import javax.annotation.Nullable;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Which decoder an encoding has. */
final class ValueDecoders {

  private static final byte[] NOTHING = new byte[0];

  private ValueDecoders() {}

  /**
   * Returns the bytes that each plain value of a type has.
   *
   * @return 0 for bits, −1 where each value has its length before it
   */
  static int width(PrimitiveTypeName type, int fixedLength) {
    return switch (type) {
      case BOOLEAN -> 0;
      case INT32, FLOAT -> 4;
      case INT64, DOUBLE -> 8;
      case INT96 -> 12;
      case FIXED_LEN_BYTE_ARRAY -> fixedLength;
      case BINARY -> -1;
    };
  }

  /**
   * Opens the values of a page.
   *
   * @param previous the decoder of the page before, where this one goes on with its last value
   */
  static ValueDecoder open(
      @Nullable Encoding encoding,
      ColumnChunk chunk,
      byte[] bytes,
      int from,
      int limit,
      @Nullable Dictionary dictionary,
      @Nullable ValueDecoder previous) {
    if (encoding == null) {
      throw unsupported("an encoding that did not exist when this version was made");
    }
    PrimitiveTypeName type = chunk.type();
    int width = width(type, chunk.fixedLength());
    return switch (encoding) {
      case PLAIN -> new PlainDecoder(bytes, from, limit, width);
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        if (dictionary == null) {
          throw FileFault.corrupt("a page that refers to a dictionary, and there is none");
        }
        yield new DictionaryDecoder(dictionary, bytes, from, limit);
      }
      case RLE -> new RleBooleanDecoder(bytes, from, limit);
      case DELTA_BINARY_PACKED -> new DeltaDecoder(bytes, from, limit);
      case DELTA_LENGTH_BYTE_ARRAY -> new DeltaLengthDecoder(bytes, from, limit);
      case DELTA_BYTE_ARRAY ->
          new DeltaBytesDecoder(
              bytes,
              from,
              limit,
              previous instanceof DeltaBytesDecoder before ? before.last() : NOTHING);
      case BYTE_STREAM_SPLIT -> new SplitDecoder(bytes, from, limit, width);
      default -> throw unsupported("values in the encoding " + encoding);
    };
  }

  private static FileFault unsupported(String what) {
    return new FileFault(
        ErrorCode.UNSUPPORTED_FILE, what, "Write the file again with the encodings of today");
  }
}
