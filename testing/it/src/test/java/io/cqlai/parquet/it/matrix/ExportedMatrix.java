package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.report.ExportReport;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table of the matrix in a file.
 *
 * @param stored the table
 * @param profile how it was written
 * @param file the file
 * @param report what the export said
 */
record ExportedMatrix(
    MatrixTable table, StoredTable stored, Profile profile, Path file, ExportReport report) {

  /**
   * Loads all tables into a keyspace and exports each with each profile, without the rows that a
   * reader has no values for.
   */
  static List<ExportedMatrix> all(CqlSession session, Path folder) {
    List<ExportedMatrix> exported = new ArrayList<>();
    for (MatrixTable table : TypeMatrix.tables()) {
      MatrixLoader.load(session, table);
      CqlIdentifier name = CqlIdentifier.fromCql(table.name());
      StoredTable whole = StoredTable.read(session, name, MatrixTable.KEY);
      whole.rows().entrySet().stream()
          .filter(row -> !isReadable(whole, row.getValue()))
          .forEach(row -> delete(session, table, row.getKey()));
      StoredTable stored = StoredTable.read(session, name, MatrixTable.KEY);
      for (Profile profile : Profile.values()) {
        Path file = folder.resolve(table.name() + "-" + profile + ".parquet");
        ExportReport report =
            ParquetExporter.on(session)
                .table(table.name())
                .profile(profile)
                .maxErrors(-1)
                .to(file)
                .export();
        exported.add(new ExportedMatrix(table, stored, profile, file, report));
      }
    }
    return exported;
  }

  private static boolean isReadable(StoredTable table, Map<String, ByteBuffer> row) {
    return row.entrySet().stream()
        .allMatch(cell -> ReaderRange.holds(table.types().get(cell.getKey()), cell.getValue()));
  }

  private static void delete(CqlSession session, MatrixTable table, String key) {
    session.execute("DELETE FROM " + table.name() + " WHERE " + MatrixTable.KEY + " = ?", key);
  }

  /** The table and the profile. */
  @Override
  public String toString() {
    return table + " with " + profile;
  }
}
