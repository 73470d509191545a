package io.cqlai.parquet.it.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.CaptureSetup;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Captures that add to a file. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CaptureAppendTest {

  private CqlSession session;
  @TempDir private Path directories;
  private Path directory;
  private Path file;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Users.create(session, "users", 100);
    session.execute("CREATE TABLE tagged (id int PRIMARY KEY, tags frozen<list<text>>)");
    session.execute("INSERT INTO tagged (id, tags) VALUES (1, ['a'])");
  }

  @BeforeEach
  void makeDirectory() throws Exception {
    directory = Files.createTempDirectory(directories, "append");
    file = directory.resolve("c.parquet");
  }

  @Test
  void addsToWhatStandsThereAndKeepsItsMetadata() throws Exception {
    try (CaptureSession first = setup().metadata(Map.of("owner", "sales", "run", "1")).open()) {
      assertThat(first.query("SELECT id, name FROM users")).isEqualTo(100);
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(100);
    CaptureSession second = setup().metadata(Map.of("run", "2")).open();
    second.query("SELECT id, name FROM users WHERE id = 5");
    second.query("SELECT id, name FROM users WHERE id = 6");
    assertThat(second.publish().rows()).isEqualTo(2);

    assertThat(CapturedFile.rows(file)).isEqualTo(102);
    assertThat(CapturedFile.rowGroups(file)).isEqualTo(2);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
    try (ParquetFileReader reader = open()) {
      Map<String, String> metadata = reader.getFileMetaData().getKeyValueMetaData();
      assertThat(metadata).containsEntry("owner", "sales").containsEntry("run", "2");
      assertThat(metadata.get("cqlai.query")).isEqualTo("SELECT id, name FROM users");
      for (BlockMetaData rowGroup : reader.getFooter().getBlocks()) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
          assertThat(reader.readOffsetIndex(chunk)).isNotNull();
          assertThat(reader.readColumnIndex(chunk)).isNotNull();
        }
      }
    }
  }

  @Test
  void keepsBloomFiltersOfFilesThatOthersWrote() throws Exception {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional int32 id (INTEGER(32,true)); optional binary name (STRING); }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withDictionaryEncoding(false)
            .withBloomFilterEnabled("name", true)
            .build()) {
      Group row = new SimpleGroup(schema);
      row.add("id", 1000);
      row.add("name", "of others");
      writer.write(row);
    }
    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT id, name FROM users");
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(101);
    try (ParquetFileReader reader = open()) {
      ColumnChunkMetaData names = reader.getFooter().getBlocks().get(0).getColumns().get(1);
      BloomFilter filter = reader.readBloomFilter(names);
      assertThat(filter).isNotNull();
      assertThat(filter.findHash(filter.hash(Binary.fromString("of others")))).isTrue();
      assertThat(filter.findHash(filter.hash(Binary.fromString("name 5")))).isFalse();
    }
  }

  @Test
  void refusesOtherColumnsAndGoesOn() throws Exception {
    try (CaptureSession first = setup().open()) {
      first.query("SELECT id, name FROM users WHERE id = 1");
    }
    byte[] before = Files.readAllBytes(file);
    CaptureSession second = setup().open();
    TransferException e =
        catchThrowableOfType(
            TransferException.class, () -> second.query("SELECT id, age FROM users"));
    assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
    assertThat(e)
        .hasMessageContaining("than the file " + file)
        .hasMessageContaining("column 2 was name text and is age int");
    assertThat(second.publish().files()).isEmpty();
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void refusesAFileWhoseTypesAreOthers() throws Exception {
    ParquetExporter.on(session).table("users").columns("id", "name").to(file).export();

    try (CaptureSession capture = setup().open()) {
      assertThatThrownBy(() -> capture.query("SELECT id, name FROM users"))
          .hasMessageContaining(
              "column 1 is required id INT32, INTEGER(32,true) in the file, and here id INT32");
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(100);
  }

  @Test
  void takesFrozenTypesForTheSame() throws Exception {
    ParquetExporter.on(session).table("tagged").columns("tags").to(file).export();
    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT tags FROM tagged");
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(2);
  }

  @Test
  void twoThatBeganBeforeTheFileWasThereBothAdd() throws Exception {
    CaptureSession first = setup().open();
    CaptureSession second = setup().open();
    first.query("SELECT id, name FROM users WHERE id = 1");
    second.query("SELECT id, name FROM users WHERE id = 2");
    first.close();
    second.close();

    assertThat(CapturedFile.rows(file)).isEqualTo(2);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  @Test
  void refusesWhatIsNoParquetFileBeforeAnythingRuns() throws Exception {
    Files.writeString(file, "this was never a Parquet file");

    TransferException e = catchThrowableOfType(TransferException.class, () -> setup().open());

    assertThat(e.code()).isEqualTo(ErrorCode.NOT_PARQUET);
    assertThat(file).hasContent("this was never a Parquet file");
  }

  private CaptureSetup setup() {
    return CaptureSession.on(session).to(file).append();
  }

  private ParquetFileReader open() throws Exception {
    return ParquetFileReader.open(
        new LocalInputFile(file),
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }
}
