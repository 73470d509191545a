package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonToken;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.UnfitValue;
import java.io.IOException;
import java.io.Writer;

/**
 * Text: a string, or a number or boolean as it stands there. Its characters become UTF-8 without
 * being held as one more copy.
 */
final class TextParser extends Writer implements ValueParser {

  private final boolean asciiOnly;
  private CellWriter target = new CellWriter(1);
  private char high;
  private boolean broken;
  private boolean ascii;

  TextParser(boolean asciiOnly) {
    this.asciiOnly = asciiOnly;
  }

  @Override
  public void put(JsonLine in, CellWriter out) throws UnfitValue, IOException {
    JsonToken token = in.tokens().currentToken();
    if (!token.isScalarValue()) {
      throw UnfitValue.not(token.asString(), "text");
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT && in.tokens().isNaN()) {
      throw UnfitValue.not(in.tokens().getText(), "text: JSON has no such word without quotes");
    }
    target = out;
    high = 0;
    broken = false;
    ascii = true;
    in.tokens().getText(this);
    if (broken || high != 0) {
      throw new UnfitValue("half of a surrogate pair is not text");
    }
    if (asciiOnly && !ascii) {
      throw new UnfitValue("it has a character beyond ASCII");
    }
  }

  @Override
  public void write(char[] source, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = source[i];
      if (c < 0x80 && high == 0) {
        target.putByte(c);
      } else {
        putBeyondAscii(c);
      }
    }
  }

  private void putBeyondAscii(char c) {
    ascii = false;
    if (high != 0) {
      broken |= !Character.isLowSurrogate(c);
      int point = Character.toCodePoint(high, c);
      high = 0;
      target.putByte(0xf0 | point >> 18);
      target.putByte(0x80 | point >> 12 & 0x3f);
      target.putByte(0x80 | point >> 6 & 0x3f);
      target.putByte(0x80 | point & 0x3f);
    } else if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (c < 0x800) {
      target.putByte(0xc0 | c >> 6);
      target.putByte(0x80 | c & 0x3f);
    } else {
      broken |= Character.isLowSurrogate(c);
      target.putByte(0xe0 | c >> 12);
      target.putByte(0x80 | c >> 6 & 0x3f);
      target.putByte(0x80 | c & 0x3f);
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // nothing is open
  }
}
