package io.cqlai.parquet.it.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.util.List;

/** A table of users, empty to begin with, that files of text are imported into. */
final class ImportedUsers {

  private final TestKeyspace keyspace;

  private ImportedUsers(TestKeyspace keyspace) {
    this.keyspace = keyspace;
  }

  /** Makes the table where it is missing, and empties it. */
  static ImportedUsers in(TestKeyspace keyspace) {
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, age int, name text)");
    ImportedUsers users = new ImportedUsers(keyspace);
    users.clear();
    return users;
  }

  void clear() {
    keyspace.execute("TRUNCATE users");
  }

  ParquetImporter importer() {
    return ParquetImporter.on(keyspace.session()).table("users");
  }

  /** The error of an import that is refused or fails. */
  static TransferException refused(ParquetImporter importer) {
    return catchThrowableOfType(TransferException.class, importer::load);
  }

  /** All rows, as {@code id age name}. */
  List<String> stored() {
    return keyspace.execute("SELECT id, age, name FROM users").all().stream()
        .map(row -> row.getInt(0) + " " + row.getObject(1) + " " + row.getString(2))
        .sorted()
        .toList();
  }
}
