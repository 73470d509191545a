package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.cqlai.parquet.internal.value.CellWriter;
import java.io.IOException;

/** One line that is being read, token by token. */
final class JsonLine implements AutoCloseable {

  /** Numbers that JSON has no text for are taken without quotes too, as Python writes them. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder() // the line as a whole is bounded already
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final JsonParser tokens;

  /** Begins a line of UTF-8; nothing is read yet. */
  JsonLine(byte[] bytes, int start, int length) throws IOException {
    this.bytes = bytes;
    this.start = start;
    this.end = start + length;
    this.tokens = FACTORY.createParser(bytes, start, length);
  }

  /** Returns the tokens; they are read on by whoever reads values. */
  JsonParser tokens() {
    return tokens;
  }

  /**
   * Puts the bytes of a text {@code 0x…} straight from the line; a blob of many megabytes is never
   * held as text.
   *
   * @return false where the text is another one; nothing has been put then
   */
  boolean putHex(CellWriter out) {
    int at = start + (int) tokens.currentTokenLocation().getByteOffset() + 1;
    if (at + 1 >= end || bytes[at] != '0' || (bytes[at + 1] | 0x20) != 'x') {
      return false;
    }
    int begin = out.size();
    for (at += 2; at + 1 < end && bytes[at] != '"'; at += 2) {
      int high = Character.digit(bytes[at], 16);
      int low = Character.digit(bytes[at + 1], 16);
      if (high < 0 || low < 0) {
        break;
      }
      out.putByte(high << 4 | low);
    }
    boolean isWhole = at < end && bytes[at] == '"';
    if (!isWhole) {
      out.truncate(begin);
    }
    return isWhole;
  }

  /** Passes over the rest of the value of a member, wherever in it the line stands. */
  void leaveValue() throws IOException {
    while (tokens.getParsingContext().getNestingDepth() > 1) {
      tokens.nextToken();
    }
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
