package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.it.readers.ColumnOfFile;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.VerifyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * One table of the matrix on its way out, dropped, and back in.
 *
 * @param before the table as it was
 * @param exported what the export said
 * @param notExported the keys of the rows in the export's error file
 * @param file what it wrote
 * @param againstBefore the file against the table as it was
 * @param loaded what the import said
 * @param notLoaded the keys of the rows in the import's error file
 * @param after the table as it is
 * @param againstAfter the file against the table as it is
 */
record RoundTrip(
    StoredTable before,
    ExportReport exported,
    Set<String> notExported,
    Path file,
    VerifyReport againstBefore,
    ImportReport loaded,
    Set<String> notLoaded,
    StoredTable after,
    VerifyReport againstAfter) {

  static RoundTrip of(CqlSession session, MatrixTable table, Profile profile, Path folder)
      throws IOException {
    CqlIdentifier name = CqlIdentifier.fromCql(table.name());
    StoredTable before = StoredTable.read(session, name, MatrixTable.KEY);
    Path file = folder.resolve(table.name() + ".parquet");
    Path rejects = folder.resolve("not-exported.parquet");
    ExportReport exported =
        ParquetExporter.on(session)
            .table(table.name())
            .profile(profile)
            .maxErrors(-1)
            .errorFile(rejects)
            .to(file)
            .export();
    Verifier verifier = Verifier.on(session).file(file).against(null, name);
    VerifyReport againstBefore = verifier.verify();
    session.execute("DROP TABLE " + table.name());
    session.execute(table.createTable());
    Path refused = folder.resolve("not-loaded.parquet");
    ImportReport loaded =
        ParquetImporter.on(session)
            .table(table.name())
            .maxErrors(-1)
            .errorFile(refused)
            .from(file)
            .load();
    return new RoundTrip(
        before,
        exported,
        keys(rejects),
        file,
        againstBefore,
        loaded,
        keys(refused),
        StoredTable.read(session, name, MatrixTable.KEY),
        verifier.verify());
  }

  private static Set<String> keys(Path errorFile) throws IOException {
    return new TreeSet<>(ColumnOfFile.read(errorFile, MatrixTable.KEY));
  }
}
