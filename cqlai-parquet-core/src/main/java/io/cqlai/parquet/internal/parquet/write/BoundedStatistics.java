package io.cqlai.parquet.internal.parquet.write;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;

/**
 * Passes pages on, without statistics where the least and the greatest value are long. A file
 * writer keeps the statistics of all row groups until the footer, and only then leaves long ones
 * out: in a large file of large values they would fill the memory.
 */
final class BoundedStatistics implements PageWriteStore {

  /** The most bytes that the least and the greatest value may have together. */
  static final int MOST_BYTES = 2048;

  private final PageWriteStore pages;

  BoundedStatistics(PageWriteStore pages) {
    this.pages = pages;
  }

  @Override
  public PageWriter getPageWriter(ColumnDescriptor column) {
    return new Bounded(pages.getPageWriter(column));
  }

  private static final class Bounded implements PageWriter {
    private final PageWriter pages;

    Bounded(PageWriter pages) {
      this.pages = pages;
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int values,
        int rows,
        Statistics<?> statistics,
        SizeStatistics sizes,
        GeospatialStatistics places,
        Encoding repetition,
        Encoding definition,
        Encoding encoding)
        throws IOException {
      boolean kept = statistics.isEmpty() || statistics.isSmallerThan(MOST_BYTES);
      pages.writePage(
          bytes,
          values,
          rows,
          kept ? statistics : Statistics.noopStats(statistics.type()),
          sizes,
          places,
          repetition,
          definition,
          encoding);
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int values,
        int rows,
        Statistics<?> statistics,
        Encoding repetition,
        Encoding definition,
        Encoding encoding) {
      throw onlyVersion1();
    }

    @Override
    @Deprecated
    public void writePage(
        BytesInput bytes,
        int values,
        Statistics<?> statistics,
        Encoding repetition,
        Encoding definition,
        Encoding encoding) {
      throw onlyVersion1();
    }

    @Override
    public void writePageV2(
        int rows,
        int nulls,
        int values,
        BytesInput repetition,
        BytesInput definition,
        Encoding encoding,
        BytesInput data,
        Statistics<?> statistics) {
      throw onlyVersion1();
    }

    private static UnsupportedOperationException onlyVersion1() {
      return new UnsupportedOperationException("Only pages of version 1, with all statistics");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
      pages.writeDictionaryPage(page);
    }

    @Override
    public long getMemSize() {
      return pages.getMemSize();
    }

    @Override
    public long allocatedSize() {
      return pages.allocatedSize();
    }

    @Override
    public String memUsageString(String prefix) {
      return pages.memUsageString(prefix);
    }

    @Override
    public void close() {
      pages.close();
    }
  }
}
