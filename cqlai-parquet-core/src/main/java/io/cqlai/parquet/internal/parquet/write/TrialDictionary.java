package io.cqlai.parquet.internal.parquet.write;

import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainDoubleDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainFixedLenArrayDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainFloatDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainIntegerDictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainLongDictionaryValuesWriter;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;

/**
 * Dictionaries that give up early. Parquet fills a dictionary for the whole first page of a row
 * group before it sees that values do not repeat, and then encodes that page anew: for keys, UUIDs
 * and measurements that is the greater part of the work. Here a sample of the page decides where
 * nearly all of its values differ.
 */
final class TrialDictionary {

  /** How many values the sample has. */
  private static final int SAMPLE = 4096;

  /**
   * With more distinct values than this in the sample, a column has so many that a dictionary would
   * outgrow its bound, or save nothing, in a full page as well.
   */
  private static final int MOST_DISTINCT = SAMPLE * 97 / 100;

  /** What files of version 1 call it; later versions have other names for the same bytes. */
  @SuppressWarnings("deprecation")
  private static final Encoding ENCODING = Encoding.PLAIN_DICTIONARY;

  private TrialDictionary() {}

  /**
   * Returns a writer that begins with a dictionary.
   *
   * @param plain what values are written with when the dictionary does not pay
   */
  static ValuesWriter of(ColumnDescriptor column, ParquetProperties of, ValuesWriter plain) {
    int bytes = of.getDictionaryPageSizeThreshold();
    ByteBufferAllocator allocator = of.getAllocator();
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> FallbackValuesWriter.of(new OfInts(bytes, allocator), plain);
      case INT64 -> FallbackValuesWriter.of(new OfLongs(bytes, allocator), plain);
      case FLOAT -> FallbackValuesWriter.of(new OfFloats(bytes, allocator), plain);
      case DOUBLE -> FallbackValuesWriter.of(new OfDoubles(bytes, allocator), plain);
      case BINARY -> FallbackValuesWriter.of(new OfBytes(bytes, allocator), plain);
      case FIXED_LEN_BYTE_ARRAY ->
          FallbackValuesWriter.of(
              new OfFixedBytes(bytes, column.getPrimitiveType().getTypeLength(), allocator), plain);
      case BOOLEAN, INT96 -> plain;
    };
  }

  /**
   * Tells whether the sample is complete and speaks against the dictionary.
   *
   * @param values how many values are in the page so far
   * @param used how many entries earlier pages use; 0 in the first page
   */
  private static boolean isHopeless(int values, int distinct, int used) {
    return values == SAMPLE && used == 0 && distinct > MOST_DISTINCT;
  }

  private static final class OfInts extends PlainIntegerDictionaryValuesWriter {
    OfInts(int bytes, ByteBufferAllocator allocator) {
      super(bytes, ENCODING, ENCODING, allocator);
    }

    @Override
    public boolean shouldFallBack() {
      return super.shouldFallBack()
          || isHopeless(encodedValues.size(), getDictionarySize(), lastUsedDictionarySize);
    }
  }

  private static final class OfLongs extends PlainLongDictionaryValuesWriter {
    OfLongs(int bytes, ByteBufferAllocator allocator) {
      super(bytes, ENCODING, ENCODING, allocator);
    }

    @Override
    public boolean shouldFallBack() {
      return super.shouldFallBack()
          || isHopeless(encodedValues.size(), getDictionarySize(), lastUsedDictionarySize);
    }
  }

  private static final class OfFloats extends PlainFloatDictionaryValuesWriter {
    OfFloats(int bytes, ByteBufferAllocator allocator) {
      super(bytes, ENCODING, ENCODING, allocator);
    }

    @Override
    public boolean shouldFallBack() {
      return super.shouldFallBack()
          || isHopeless(encodedValues.size(), getDictionarySize(), lastUsedDictionarySize);
    }
  }

  private static final class OfDoubles extends PlainDoubleDictionaryValuesWriter {
    OfDoubles(int bytes, ByteBufferAllocator allocator) {
      super(bytes, ENCODING, ENCODING, allocator);
    }

    @Override
    public boolean shouldFallBack() {
      return super.shouldFallBack()
          || isHopeless(encodedValues.size(), getDictionarySize(), lastUsedDictionarySize);
    }
  }

  private static final class OfBytes extends PlainBinaryDictionaryValuesWriter {
    OfBytes(int bytes, ByteBufferAllocator allocator) {
      super(bytes, ENCODING, ENCODING, allocator);
    }

    @Override
    public boolean shouldFallBack() {
      return super.shouldFallBack()
          || isHopeless(encodedValues.size(), getDictionarySize(), lastUsedDictionarySize);
    }
  }

  private static final class OfFixedBytes extends PlainFixedLenArrayDictionaryValuesWriter {
    OfFixedBytes(int bytes, int length, ByteBufferAllocator allocator) {
      super(bytes, length, ENCODING, ENCODING, allocator);
    }

    @Override
    public boolean shouldFallBack() {
      return super.shouldFallBack()
          || isHopeless(encodedValues.size(), getDictionarySize(), lastUsedDictionarySize);
    }
  }
}
