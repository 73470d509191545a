package io.cqlai.parquet.it.table;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.values.TableRows;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table that was exported, dropped, created again and loaded.
 *
 * @param before its rows as they were
 * @param exported what the export said
 * @param loaded what the import said
 * @param after its rows as they are
 */
record Moved(List<String> before, ExportReport exported, ImportReport loaded, List<String> after) {

  /** A table with the options of a profile. */
  static Moved through(
      Path file, CqlSession session, String table, String createTable, Profile profile) {
    return through(
        file, session, table, createTable, e -> e.profile(profile), UnaryOperator.identity());
  }

  /**
   * A table with any options.
   *
   * @param table its name as CQL writes it
   * @param createTable what creates it, with {@code %s} for the name
   */
  static Moved through(
      Path file,
      CqlSession session,
      String table,
      String createTable,
      UnaryOperator<ParquetExporter> exporting,
      UnaryOperator<ParquetImporter> loading) {
    CqlIdentifier name = CqlIdentifier.fromCql(table);
    List<String> before = TableRows.of(session, table);
    ExportReport exported =
        exporting.apply(ParquetExporter.on(session).table(null, name)).to(file).export();
    session.execute("DROP TABLE " + table);
    session.execute(createTable.formatted(table));
    ImportReport loaded =
        loading.apply(ParquetImporter.on(session).table(null, name)).from(file).load();
    return new Moved(before, exported, loaded, TableRows.of(session, table));
  }
}
