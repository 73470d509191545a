package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import java.util.List;
import org.apache.parquet.io.InputFile;

/**
 * A file of CSV whose fields have names.
 *
 * @param file the file
 * @param name its path or URI
 * @param settings what it looks like
 * @param fields the names of its fields, in their order
 */
public record CsvFile(InputFile file, String name, CsvSettings settings, List<String> fields) {

  /**
   * Opens a file: reads its header, if it has one.
   *
   * @param names the names of the fields of a file without a header
   * @throws TransferException UNSUPPORTED_FILE when the header is missing, and as {@link
   *     io.cqlai.parquet.internal.format.RecordCursor#next()}
   */
  public static CsvFile open(
      InputFile file, String name, CsvSettings settings, List<String> names) {
    if (!settings.header()) {
      return new CsvFile(file, name, settings, names);
    }
    try (CsvRecords records = CsvRecords.open(file, name, settings)) {
      if (!records.next()) {
        throw TransferException.of(
                ErrorCode.UNSUPPORTED_FILE,
                "The file is empty, and should begin with a header",
                "Say HEADER=false for files without one")
            .at(Place.file(name));
      }
      return new CsvFile(file, name, settings, List.copyOf(records.record().fields()));
    }
  }

  /** Opens the records behind the header. */
  CsvRecords records() {
    CsvRecords records = CsvRecords.open(file, name, settings);
    try {
      if (settings.header()) {
        records.next();
      }
      records.expect(fields.size());
      return records;
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }
}
