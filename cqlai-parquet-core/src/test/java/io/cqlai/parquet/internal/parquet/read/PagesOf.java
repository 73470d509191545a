package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.page.ColumnChunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** Where the pages of a whole file stand. */
final class PagesOf {

  private PagesOf() {}

  /** Returns of each page that has bytes where they begin, behind the header, and how many. */
  static List<int[]> file(byte[] file) throws IOException {
    List<int[]> pages = new ArrayList<>();
    for (Footer.RowGroup group : FooterReader.read(new MemoryFile(file), "whole").rowGroups()) {
      for (ColumnChunk chunk : group.columns()) {
        ByteArrayInputStream in =
            new ByteArrayInputStream(file, (int) chunk.offset(), (int) chunk.length());
        while (in.available() > 0) {
          PageHeader header = Util.readPageHeader(in);
          int size = header.getCompressed_page_size();
          int end = (int) (chunk.offset() + chunk.length());
          if (size > 0) {
            pages.add(new int[] {end - in.available(), size});
          }
          in.skipNBytes(size);
        }
      }
    }
    return pages;
  }
}
