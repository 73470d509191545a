package io.cqlai.parquet.internal.parquet.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.annotation.Nullable;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The pages of one column chunk, one after the other: at any time no more of it is in memory than
 * one page and one window of the file.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/">Parquet, Data Pages</a>
 */
final class PageReader {

  private static final int FIRST_HEADER_BYTES = 256;

  /** A header may hold a page's smallest and greatest value. */
  private static final int MAX_HEADER_BYTES = 64 << 20;

  private final ColumnChunk chunk;
  private final ChunkInput input;
  private final PlainPages pages;
  private long valuesLeft;
  @Nullable private Dictionary dictionary;
  @Nullable private ValueDecoder previous;

  PageReader(ColumnChunk chunk, ChunkInput input, PlainPages pages) {
    this.chunk = chunk;
    this.input = input;
    this.pages = pages;
    this.valuesLeft = chunk.values();
  }

  /** Returns the next data page, which has one value or more, or null after the last. */
  @Nullable
  DataPage next() throws IOException {
    while (valuesLeft > 0) {
      PageHeader header = readHeader();
      DataPage page = read(header);
      if (page != null) {
        if (page.values() > valuesLeft) {
          throw FileFault.corrupt(
              "pages with more values than the " + chunk.values() + " of the column chunk");
        }
        valuesLeft -= page.values();
        if (page.values() > 0) {
          // Only this encoding goes on from one page to the next; others would keep a page alive.
          previous = page.decoder() instanceof DeltaBytesDecoder ? page.decoder() : null;
          return page;
        }
      }
    }
    return null;
  }

  @Nullable
  private DataPage read(PageHeader header) throws IOException {
    int size = header.getCompressed_page_size();
    if (size < 0 || size > input.left()) {
      throw FileFault.corrupt("a page of " + size + " bytes where " + input.left() + " are left");
    }
    PageType type = header.getType();
    if (type == PageType.DICTIONARY_PAGE
        || type == PageType.DATA_PAGE
        || type == PageType.DATA_PAGE_V2) {
      pages.checkSize(size);
      input.require(size);
      checkSum(header, size);
      byte[] bytes = input.array();
      int from = input.position();
      input.advance(size);
      if (type == PageType.DATA_PAGE) {
        return dataPage(header, header.getData_page_header(), bytes, from, size);
      }
      if (type == PageType.DATA_PAGE_V2) {
        return dataPageV2(header, header.getData_page_header_v2(), bytes, from, size);
      }
      readDictionary(header, header.getDictionary_page_header(), bytes, from, size);
    } else {
      // Index pages, and kinds that came later and that a reader may pass over.
      input.skip(size);
    }
    return null;
  }

  private PageHeader readHeader() throws IOException {
    for (long wanted = FIRST_HEADER_BYTES; ; wanted *= 4) {
      int here = (int) Math.min(Math.min(wanted, MAX_HEADER_BYTES), input.left());
      input.require(here);
      int from = input.position();
      int end = ThriftShape.end(input.array(), from, from + here);
      if (end != ThriftShape.INCOMPLETE) {
        PageHeader header = parse(input.array(), from, end);
        input.advance(end - from);
        return header;
      }
      if (here < wanted) {
        throw FileFault.corrupt(
            "a column chunk that ends (or has no page header) before its last "
                + valuesLeft
                + " values");
      }
    }
  }

  /** The bytes are there already: what goes wrong is no fault of the storage. */
  private static PageHeader parse(byte[] bytes, int from, int end) {
    try {
      return Util.readPageHeader(new ByteArrayInputStream(bytes, from, end - from));
    } catch (IOException e) {
      throw FileFault.of(e);
    }
  }

  private void checkSum(PageHeader header, int size) {
    if (header.isSetCrc()) {
      CRC32 sum = new CRC32();
      sum.update(input.array(), input.position(), size);
      if ((int) sum.getValue() != header.getCrc()) {
        throw FileFault.corrupt("a page whose checksum differs from the one it carries");
      }
    }
  }

  private void readDictionary(
      PageHeader page, @Nullable DictionaryPageHeader header, byte[] bytes, int from, int size) {
    if (header == null || dictionary != null) {
      throw FileFault.corrupt("a second dictionary, or one without its header");
    }
    Encoding encoding = header.getEncoding();
    if (encoding != Encoding.PLAIN && encoding != Encoding.PLAIN_DICTIONARY) {
      throw FileFault.corrupt("a dictionary in the encoding " + encoding);
    }
    Body body = plain(bytes, from, size, page.getUncompressed_page_size(), true);
    dictionary =
        new Dictionary(
            body.bytes,
            body.from,
            body.limit,
            header.getNum_values(),
            chunk.type(),
            chunk.fixedLength());
  }

  private DataPage dataPage(
      PageHeader page, @Nullable DataPageHeader header, byte[] bytes, int from, int size) {
    if (header == null || header.getNum_values() < 0) {
      throw FileFault.corrupt("a data page without its header, or of a negative number of values");
    }
    Body body = plain(bytes, from, size, page.getUncompressed_page_size(), true);
    byte[] all = body.bytes;
    int count = header.getNum_values();
    Encoding repeat = header.getRepetition_level_encoding();
    Encoding define = header.getDefinition_level_encoding();
    int at = body.from;
    int repeatSize = Levels.size(all, at, body.limit, repeat, chunk.maxRepetition(), count);
    Levels repetitions = Levels.open(all, at, repeatSize, repeat, chunk.maxRepetition());
    at += repeatSize;
    int defineSize = Levels.size(all, at, body.limit, define, chunk.maxDefinition(), count);
    Levels definitions = Levels.open(all, at, defineSize, define, chunk.maxDefinition());
    at += defineSize;
    return new DataPage(
        count, repetitions, definitions, values(header.getEncoding(), all, at, body.limit));
  }

  private DataPage dataPageV2(
      PageHeader page, @Nullable DataPageHeaderV2 header, byte[] bytes, int from, int size) {
    if (header == null || header.getNum_values() < 0) {
      throw FileFault.corrupt("a data page without its header, or of a negative number of values");
    }
    int repeatSize = header.getRepetition_levels_byte_length();
    int defineSize = header.getDefinition_levels_byte_length();
    if (repeatSize < 0 || defineSize < 0 || (long) repeatSize + defineSize > size) {
      throw FileFault.corrupt(
          "levels of " + repeatSize + " and " + defineSize + " bytes in a page of " + size);
    }
    Levels repetitions = levels(bytes, from, repeatSize, chunk.maxRepetition());
    Levels definitions = levels(bytes, from + repeatSize, defineSize, chunk.maxDefinition());
    int levels = repeatSize + defineSize;
    Body body =
        plain(
            bytes,
            from + levels,
            size - levels,
            page.getUncompressed_page_size() - levels,
            header.isIs_compressed());
    return new DataPage(
        header.getNum_values(),
        repetitions,
        definitions,
        values(header.getEncoding(), body.bytes, body.from, body.limit));
  }

  private static Levels levels(byte[] bytes, int from, int size, int max) {
    return max == 0 ? Levels.ZERO : Levels.runs(bytes, from, from + size, max);
  }

  private ValueDecoder values(@Nullable Encoding encoding, byte[] bytes, int from, int limit) {
    return ValueDecoders.open(encoding, chunk, bytes, from, limit, dictionary, previous);
  }

  private Body plain(byte[] bytes, int from, int size, int plainSize, boolean compressed) {
    // A page of version 2 with nothing but nulls has no compressed bytes at all, not even a frame.
    if (!compressed || chunk.codec() == CompressionCodecName.UNCOMPRESSED || size == 0) {
      if (size != plainSize) {
        throw FileFault.corrupt("a page of " + size + " bytes that should be " + plainSize);
      }
      return new Body(bytes, from, from + size);
    }
    ByteBuffer plain = pages.decompress(chunk.codec(), bytes, from, size, plainSize);
    int start = plain.arrayOffset() + plain.position();
    return new Body(plain.array(), start, start + plainSize);
  }

  /** The bytes of a page before compression. */
  private record Body(byte[] bytes, int from, int limit) {}
}
