package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/** Reads every page of a file, and looks at nothing but whether it can be read. */
public final class PageWalk {

  /** So many values are passed between two steps. */
  private static final int VALUES_PER_STEP = 100;

  private PageWalk() {}

  /**
   * Reads all columns of a row group: checksums, where the pages have such, levels and values.
   *
   * @param rowGroup from 0
   * @param step is called now and then; what it throws ends the reading
   * @throws TransferException CORRUPT_FILE, ENCRYPTED_FILE, UNSUPPORTED_FILE, STORAGE_FAILED
   */
  public static void through(ParquetSource file, int rowGroup, Runnable step) {
    Place place = Place.file(file.name()).inRowGroup(rowGroup);
    Footer.RowGroup group = file.footer().rowGroups().get(rowGroup);
    int[] leaves = IntStream.range(0, group.columns().size()).toArray();
    file.checkReadable(leaves);
    try (RowGroupColumns columns =
        RowGroupColumns.open(file.file(), group, leaves, ReadLimits.ofRows(1), place)) {
      columns.cursors().forEach(cursor -> walk(cursor, group.rows(), step));
    } catch (IOException e) {
      throw ParquetSource.storageFailed(e, place);
    } catch (UncheckedIOException e) {
      throw ParquetSource.storageFailed(e, place);
    } catch (TransferException e) {
      throw e.at(place);
    } catch (RuntimeException e) {
      throw FileFault.of(e).at("The row group cannot be read", place);
    }
  }

  private static void walk(ColumnCursor cursor, long rows, Runnable step) {
    long seen = 0;
    long values = 0;
    cursor.advance();
    while (!cursor.ended()) {
      seen += cursor.repetition() == 0 ? 1 : 0;
      cursor.skip();
      if (++values % VALUES_PER_STEP == 0) {
        step.run();
      }
    }
    if (seen != rows) {
      throw FileFault.corrupt(
          String.join(".", cursor.chunk().path()) + " has " + seen + " rows instead of " + rows);
    }
  }
}
