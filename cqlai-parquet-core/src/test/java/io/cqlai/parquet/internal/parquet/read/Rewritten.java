package io.cqlai.parquet.internal.parquet.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** Whole files whose footer or page header is then another, and everything else as it was. */
final class Rewritten {

  private static final int TAIL = 8;

  private Rewritten() {}

  /** Changes what the footer says. */
  static byte[] footer(byte[] file, Consumer<FileMetaData> change) throws IOException {
    FileMetaData footer = footerOf(file);
    change.accept(footer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, bytes);
    return footerBytes(file, bytes.toByteArray());
  }

  /** Puts these bytes in the footer's place. */
  static byte[] footerBytes(byte[] file, byte[] footer) {
    ByteBuffer whole = ByteBuffer.allocate(footerStart(file) + footer.length + TAIL);
    whole.put(file, 0, footerStart(file)).put(footer);
    whole.order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).put(file, file.length - 4, 4);
    return whole.array();
  }

  /** Changes the header of the first page of a column, in the first row group, that is chosen. */
  static byte[] page(
      byte[] file, String column, Predicate<PageHeader> which, Consumer<PageHeader> change)
      throws IOException {
    FileMetaData footer = footerOf(file);
    ColumnMetaData chunk = chunk(footer, column);
    int at = (int) start(chunk);
    while (true) {
      ByteArrayInputStream in = new ByteArrayInputStream(file, at, file.length - at);
      PageHeader header = Util.readPageHeader(in);
      int body = file.length - in.available();
      if (which.test(header)) {
        change.accept(header);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, bytes);
        return spliced(file, footer, chunk, at, body, bytes.toByteArray());
      }
      at = body + header.getCompressed_page_size();
    }
  }

  private static byte[] spliced(
      byte[] file, FileMetaData footer, ColumnMetaData chunk, int from, int to, byte[] header)
      throws IOException {
    int longer = header.length - (to - from);
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk each : group.getColumns()) {
        move(each.getMeta_data(), from, longer);
      }
    }
    chunk.setTotal_compressed_size(chunk.getTotal_compressed_size() + longer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(file, 0, from);
    bytes.write(header);
    bytes.write(file, to, footerStart(file) - to);
    int start = bytes.size();
    Util.writeFileMetaData(footer, bytes);
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.write(length.putInt(bytes.size() - start).array());
    bytes.write(file, file.length - 4, 4);
    return bytes.toByteArray();
  }

  private static void move(ColumnMetaData chunk, int from, int by) {
    if (chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > from) {
      chunk.setDictionary_page_offset(chunk.getDictionary_page_offset() + by);
    }
    if (chunk.getData_page_offset() > from) {
      chunk.setData_page_offset(chunk.getData_page_offset() + by);
    }
  }

  /** Returns what the footer says of a column in the first row group, by its first name. */
  static ColumnMetaData chunk(FileMetaData footer, String column) {
    return footer.getRow_groups().get(0).getColumns().stream()
        .map(ColumnChunk::getMeta_data)
        .filter(each -> each.getPath_in_schema().get(0).equals(column))
        .findFirst()
        .orElseThrow();
  }

  private static long start(ColumnMetaData chunk) {
    return chunk.isSetDictionary_page_offset()
        ? Math.min(chunk.getDictionary_page_offset(), chunk.getData_page_offset())
        : chunk.getData_page_offset();
  }

  private static FileMetaData footerOf(byte[] file) throws IOException {
    int start = footerStart(file);
    return Util.readFileMetaData(new ByteArrayInputStream(file, start, file.length - start));
  }

  private static int footerStart(byte[] file) {
    ByteBuffer tail = ByteBuffer.wrap(file, file.length - TAIL, 4).order(ByteOrder.LITTLE_ENDIAN);
    return file.length - TAIL - tail.getInt();
  }
}
