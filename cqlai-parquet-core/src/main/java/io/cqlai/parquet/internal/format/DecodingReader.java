package io.cqlai.parquet.internal.format;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Decodes a stream, without a byte order mark at its start. Bytes that are no text end in a {@link
 * CharacterCodingException} only once all before them has been read, so that their line can be
 * told; Java's own reader gives that up.
 */
final class DecodingReader extends Reader {

  private static final int BUFFER_BYTES = 64 << 10;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final SeekableInputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private final CharBuffer characters = CharBuffer.allocate(BUFFER_BYTES).flip();
  private boolean begun;
  private boolean ended;

  DecodingReader(SeekableInputStream in, Charset charset) {
    this.in = in;
    this.decoder = charset.newDecoder(); // which reports what it cannot decode
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!characters.hasRemaining()) {
      if (!decode()) {
        return -1;
      }
    }
    int count = Math.min(length, characters.remaining());
    characters.get(target, offset, count);
    return count;
  }

  /** Decodes some more bytes, if it can; returns false at the end. */
  private boolean decode() throws IOException {
    characters.clear();
    CoderResult result = decoder.decode(bytes, characters, ended);
    characters.flip();
    if (characters.hasRemaining()) {
      skipMark();
      return true;
    }
    if (result.isError()) {
      result.throwException();
    }
    if (ended) {
      return false;
    }
    fill();
    return true;
  }

  private void skipMark() {
    if (!begun && characters.get(0) == BYTE_ORDER_MARK) {
      characters.get();
    }
    begun = true;
  }

  private void fill() throws IOException {
    bytes.compact();
    ended = in.read(bytes) < 0; // Parquet's own files fill an array byte by byte
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
