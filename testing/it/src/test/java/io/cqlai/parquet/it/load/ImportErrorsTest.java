package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an import is said before the first row: problem, cause, remedy, code. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ImportErrorsTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";

  private final TestKeyspace keyspace;
  private final CassandraServer server;
  private final Path directory;

  ImportErrorsTest(TestKeyspace keyspace, CassandraServer server, @TempDir Path directory) {
    this.keyspace = keyspace;
    this.server = server;
    this.directory = directory;
  }

  @BeforeAll
  void tablesAndFiles() throws IOException {
    keyspace.execute("CREATE TABLE users (id int PRIMARY KEY, name text)");
    keyspace.execute("CREATE TABLE pages (id int PRIMARY KEY, visits counter)");
    keyspace.execute(
        "CREATE MATERIALIZED VIEW names AS SELECT id, name FROM users"
            + " WHERE id IS NOT NULL AND name IS NOT NULL PRIMARY KEY (name, id)");
    keyspace.execute("CREATE TABLE other (k int, c int, v text, PRIMARY KEY (k, c))");
    Path good = RowFile.of(NAMES).namesFrom(0, 3).writeTo(file("good.parquet"));
    RowFile.of("optional int32 id; optional int64 visits;")
        .row(1, 1L)
        .writeTo(file("visits.parquet"));
    RowFile.of("optional int32 id; optional boolean name;")
        .row(1, true)
        .writeTo(file("wrong-type.parquet"));
    RowFile.of("optional int32 id; optional binary name (STRING); optional int32 age;")
        .row(1, "x", 2)
        .writeTo(file("wider.parquet"));
    byte[] bytes = Files.readAllBytes(good);
    Files.write(file("empty.parquet"), new byte[0]);
    Files.write(file("truncated.parquet"), Arrays.copyOf(bytes, bytes.length - 20));
    Files.writeString(file("text.parquet"), "id,name\n1,one\n2,two\n");
    byte[] encrypted = bytes.clone();
    encrypted[encrypted.length - 1] = 'E';
    Files.write(file("encrypted.parquet"), encrypted);
    Files.createDirectory(file("folder.parquet"));
  }

  /**
   * One mistake.
   *
   * @param code the code that it ends with
   * @param parts what the message has to say
   */
  record Mistake(
      String name, UnaryOperator<ParquetImporter> made, ErrorCode code, String... parts) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            "no such keyspace",
            d -> d.table("nowhere_at_all", "users").from(file("good.parquet")),
            ErrorCode.NO_SUCH_KEYSPACE,
            "nowhere_at_all"),
        new Mistake(
            "no such table",
            d -> d.table(keyspace.name(), "user").from(file("good.parquet")),
            ErrorCode.NO_SUCH_TABLE,
            "user",
            "users"),
        new Mistake(
            "no table said",
            d -> d.from(file("good.parquet")),
            ErrorCode.BAD_CALL,
            "which table",
            ".table("),
        new Mistake(
            "no file said", d -> d.table("users"), ErrorCode.BAD_CALL, "what to read", ".from("),
        users(
            "no such file",
            "none.parquet",
            d -> d,
            ErrorCode.NO_SUCH_FILE,
            "No such file",
            "none.parquet"),
        users(
            "an empty directory",
            "folder.parquet",
            d -> d,
            ErrorCode.NO_SUCH_FILE,
            "holds no files"),
        users("an empty path", "good.parquet", d -> d.from(""), ErrorCode.NO_SUCH_FILE, "empty"),
        users("an empty file", "empty.parquet", d -> d, ErrorCode.NOT_PARQUET, "empty"),
        users("a truncated file", "truncated.parquet", d -> d, ErrorCode.CORRUPT_FILE, "truncated"),
        users("a text file", "text.parquet", d -> d, ErrorCode.NOT_PARQUET, "not a Parquet file"),
        users(
            "an encrypted file",
            "encrypted.parquet",
            d -> d,
            ErrorCode.ENCRYPTED_FILE,
            "encrypted"),
        users(
            "a storage that is not there",
            "good.parquet",
            d -> d.from("s3://bucket/a.parquet"),
            ErrorCode.UNSUPPORTED,
            "s3://",
            "cqlai-parquet-storage-s3"),
        users(
            "a file outside of the access",
            "good.parquet",
            d -> d.access(Access.under(file("folder.parquet"))),
            ErrorCode.ACCESS_DENIED,
            "lies outside"),
        users(
            "the same file twice",
            "good.parquet",
            d -> d.from(file("good.parquet")),
            ErrorCode.BAD_OPTION,
            "named twice"),
        users(
            "no such column",
            "good.parquet",
            d -> d.columns("id", "nmae"),
            ErrorCode.NO_SUCH_COLUMN,
            "no column nmae",
            "Did you mean name?"),
        users(
            "a column twice",
            "good.parquet",
            d -> d.columns("id", "name", "id"),
            ErrorCode.BAD_OPTION,
            "Column id is named twice"),
        users(
            "no such field",
            "good.parquet",
            d -> d.columns("id").column("name", "nmae"),
            ErrorCode.NO_SUCH_COLUMN,
            "no field nmae",
            "Did you mean name?"),
        users(
            "a key that the file lacks",
            "visits.parquet",
            d -> d.columns("name"),
            ErrorCode.NO_SUCH_COLUMN,
            "no field for column name"),
        new Mistake(
            "part of the key missing",
            d ->
                d.table(keyspace.name(), "other")
                    .column("k", "id")
                    .column("v", "name")
                    .from(file("good.parquet")),
            ErrorCode.NO_SUCH_COLUMN,
            "primary key",
            "needs column c"),
        users(
            "types that cannot be brought together",
            "wrong-type.parquet",
            d -> d.column("id", "name"),
            ErrorCode.TYPE_MISMATCH,
            "id",
            "int",
            "BOOLEAN"),
        users(
            "another type with EXACT",
            "visits.parquet",
            d -> d.column("id", "visits").convert(Conversion.EXACT),
            ErrorCode.TYPE_MISMATCH,
            "id",
            "EXACT"),
        users(
            "a column too many with STRICT",
            "wider.parquet",
            d -> d.schemaMode(SchemaMode.STRICT),
            ErrorCode.NO_SUCH_COLUMN,
            "no column for age",
            "SCHEMA_MODE='EVOLVE'"),
        users(
            "an option out of range",
            "good.parquet",
            d -> d.concurrency(0),
            ErrorCode.BAD_OPTION,
            "CONCURRENCY"),
        users(
            "an option set twice",
            "good.parquet",
            d -> d.maxErrors(1).maxErrors(2),
            ErrorCode.BAD_OPTION,
            "MAXERRORS",
            "once"),
        users(
            "TIMESTAMP with a conditional mode",
            "good.parquet",
            d -> d.mode(WriteMode.INSERT).timestamp(5),
            ErrorCode.BAD_OPTION,
            "TIMESTAMP cannot be used with MODE='INSERT'"),
        users(
            "COUNTER without counters",
            "good.parquet",
            d -> d.mode(WriteMode.COUNTER),
            ErrorCode.BAD_OPTION,
            "holds no counters"),
        pages("counters without COUNTER", d -> d, "holds counters", "MODE='COUNTER'"),
        pages("TTL with COUNTER", d -> d.mode(WriteMode.COUNTER).ttlSeconds(5), "TTL", "COUNTER"),
        pages(
            "TIMESTAMP with COUNTER",
            d -> d.mode(WriteMode.COUNTER).timestamp(5),
            "TIMESTAMP",
            "COUNTER"),
        pages(
            "DELETE with COUNTER",
            d -> d.mode(WriteMode.COUNTER).nulls(Nulls.DELETE),
            "NULLS='DELETE'",
            "COUNTER"),
        users(
            "an execution profile that does not exist",
            "good.parquet",
            d -> d.executionProfile("bulk"),
            ErrorCode.BAD_OPTION,
            "EXECUTION_PROFILE",
            "bulk"),
        users(
            "an ERRFILE among the files",
            "good.parquet",
            d -> d.errorFile(file("good.parquet")),
            ErrorCode.BAD_OPTION,
            "ERRFILE",
            "one of the files"),
        users(
            "an ERRFILE in no directory",
            "good.parquet",
            d -> d.errorFile(file("no/where.parquet")),
            ErrorCode.TARGET_UNUSABLE,
            "no directory"),
        new Mistake(
            "a materialized view",
            d -> d.table(keyspace.name(), "names").from(file("good.parquet")),
            ErrorCode.UNSUPPORTED,
            "materialized view",
            "the table that it is a view of"),
        new Mistake(
            "the server's own table",
            d -> d.table("system", "local").from(file("good.parquet")),
            ErrorCode.UNSUPPORTED,
            "system.local",
            "own tables"),
        new Mistake(
            "a virtual table",
            d -> d.table("system_views", "settings").from(file("good.parquet")),
            ErrorCode.UNSUPPORTED,
            "own tables"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreSaidBeforeTheFirstRow(Mistake mistake) {
    keyspace.execute("TRUNCATE users");

    TransferException failure = failure(() -> mistake.made().apply(door()).load());

    assertThat(failure.code()).isEqualTo(mistake.code());
    for (String part : mistake.parts()) {
      assertThat(failure).hasMessageContaining(part);
    }
    assertThat(keyspace.execute("SELECT * FROM users").all()).isEmpty();
    assertThat(failure(() -> mistake.made().apply(door()).plan()).code()).isEqualTo(mistake.code());
  }

  @Test
  void aClosedSessionIsNamedAsSuch() {
    CqlSession closed = server.newSession();
    closed.close();

    TransferException failure =
        failure(
            () ->
                ParquetImporter.on(closed)
                    .table(keyspace.name(), "users")
                    .from(file("good.parquet"))
                    .load());

    assertThat(failure.code()).isEqualTo(ErrorCode.SESSION_CLOSED);
    assertThat(failure).hasMessageContaining("closed");
  }

  private Mistake users(
      String name,
      String file,
      UnaryOperator<ParquetImporter> made,
      ErrorCode code,
      String... parts) {
    return new Mistake(
        name, d -> made.apply(d.table(keyspace.name(), "users").from(file(file))), code, parts);
  }

  private Mistake pages(String name, UnaryOperator<ParquetImporter> made, String... parts) {
    return new Mistake(
        name,
        d -> made.apply(d.table(keyspace.name(), "pages").from(file("visits.parquet"))),
        ErrorCode.BAD_OPTION,
        parts);
  }

  private ParquetImporter door() {
    return ParquetImporter.on(keyspace.session());
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private static TransferException failure(ThrowingCallable call) {
    return catchThrowableOfType(TransferException.class, call);
  }
}
