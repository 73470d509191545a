package io.cqlai.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.Direction;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.option.WriteMode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each option of a statement has one method of a door, and they hold the same value. */
class OptionBuildersTest {

  private static final CqlSession UNUSED =
      (CqlSession)
          Proxy.newProxyInstance(
              OptionBuildersTest.class.getClassLoader(),
              new Class<?>[] {CqlSession.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("An option needs no session: " + method);
              });

  private static final Map<CopyOption, UnaryOperator<ParquetExporter>> EXPORT =
      new EnumMap<>(CopyOption.class);
  private static final Map<CopyOption, UnaryOperator<CaptureSetup>> CAPTURE =
      new EnumMap<>(CopyOption.class);
  private static final Map<CopyOption, UnaryOperator<ParquetImporter>> IMPORT =
      new EnumMap<>(CopyOption.class);

  static {
    EXPORT.put(CopyOption.FORMAT, door -> door.format(Format.PARQUET));
    EXPORT.put(CopyOption.COMPRESSION, door -> door.compression(Compression.ZSTD));
    EXPORT.put(CopyOption.COMPRESSION_LEVEL, door -> door.compressionLevel(7));
    EXPORT.put(CopyOption.CHUNKSIZE, door -> door.chunkRows(500));
    EXPORT.put(CopyOption.ROWGROUP_BYTES, door -> door.rowGroupBytes(1 << 20));
    EXPORT.put(CopyOption.PAGESIZE, door -> door.pageRows(100));
    EXPORT.put(CopyOption.LIMIT, door -> door.limit(10));
    EXPORT.put(CopyOption.IF_EXISTS, door -> door.ifExists(IfExists.ERROR));
    EXPORT.put(CopyOption.PROFILE, door -> door.profile(Profile.MIGRATION));
    EXPORT.put(CopyOption.MAX_FILE_SIZE, door -> door.maxFileSize(1 << 20));
    EXPORT.put(CopyOption.TYPES, door -> door.types(Map.of("a", "STRING")));
    EXPORT.put(CopyOption.METADATA, door -> door.metadata(Map.of("a", "b")));
    EXPORT.put(CopyOption.HEADER, door -> door.header(false));
    EXPORT.put(CopyOption.DELIMITER, door -> door.delimiter('|'));
    EXPORT.put(CopyOption.QUOTE, door -> door.quote('~'));
    EXPORT.put(CopyOption.ESCAPE, door -> door.escape('~'));
    EXPORT.put(CopyOption.NULL, door -> door.nullText("-"));
    EXPORT.put(CopyOption.ENCODING, door -> door.encoding(StandardCharsets.ISO_8859_1));
    EXPORT.put(CopyOption.MAXERRORS, door -> door.maxErrors(3));
    EXPORT.put(CopyOption.ERRFILE, door -> door.errorFile(Path.of("e.parquet")));
    EXPORT.put(CopyOption.RESUME, door -> door.resume());
    EXPORT.put(CopyOption.CHECKPOINT, door -> door.checkpoint(Path.of("c")));
    EXPORT.put(CopyOption.CONSISTENCY, door -> door.consistency(ConsistencyLevel.ALL));
    EXPORT.put(CopyOption.REQUEST_TIMEOUT, door -> door.requestTimeout(Duration.ofSeconds(9)));
    EXPORT.put(CopyOption.EXECUTION_PROFILE, door -> door.executionProfile("bulk"));
    EXPORT.put(CopyOption.CONCURRENCY, door -> door.concurrency(8));
    EXPORT.put(CopyOption.WRITERS, door -> door.writers(2));
    EXPORT.put(CopyOption.RATE, door -> door.rate("20MB"));
    EXPORT.put(CopyOption.BEGINTOKEN, door -> door.beginToken(-5));
    EXPORT.put(CopyOption.ENDTOKEN, door -> door.endToken(5));

    CAPTURE.put(CopyOption.FORMAT, setup -> setup.format(Format.PARQUET));
    CAPTURE.put(CopyOption.COMPRESSION, setup -> setup.compression(Compression.ZSTD));
    CAPTURE.put(CopyOption.COMPRESSION_LEVEL, setup -> setup.compressionLevel(7));
    CAPTURE.put(CopyOption.ROWGROUP_BYTES, setup -> setup.rowGroupBytes(1 << 20));
    CAPTURE.put(CopyOption.PAGESIZE, setup -> setup.pageRows(100));
    CAPTURE.put(CopyOption.PROFILE, setup -> setup.profile(Profile.MIGRATION));
    CAPTURE.put(CopyOption.TYPES, setup -> setup.types(Map.of("a", "STRING")));
    CAPTURE.put(CopyOption.METADATA, setup -> setup.metadata(Map.of("a", "b")));
    CAPTURE.put(CopyOption.HEADER, setup -> setup.header(false));
    CAPTURE.put(CopyOption.DELIMITER, setup -> setup.delimiter('|'));
    CAPTURE.put(CopyOption.QUOTE, setup -> setup.quote('~'));
    CAPTURE.put(CopyOption.ESCAPE, setup -> setup.escape('~'));
    CAPTURE.put(CopyOption.NULL, setup -> setup.nullText("-"));
    CAPTURE.put(CopyOption.ENCODING, setup -> setup.encoding(StandardCharsets.ISO_8859_1));
    CAPTURE.put(CopyOption.CONSISTENCY, setup -> setup.consistency(ConsistencyLevel.ALL));
    CAPTURE.put(CopyOption.REQUEST_TIMEOUT, setup -> setup.requestTimeout(Duration.ofSeconds(9)));
    CAPTURE.put(CopyOption.EXECUTION_PROFILE, setup -> setup.executionProfile("bulk"));

    IMPORT.put(CopyOption.FORMAT, door -> door.format(Format.PARQUET));
    IMPORT.put(CopyOption.CHUNKSIZE, door -> door.chunkRows(500));
    IMPORT.put(CopyOption.SKIPROWS, door -> door.skipRows(1));
    IMPORT.put(CopyOption.MAXROWS, door -> door.maxRows(2));
    IMPORT.put(CopyOption.SCHEMA_MODE, door -> door.schemaMode(SchemaMode.STRICT));
    IMPORT.put(CopyOption.CONVERT, door -> door.convert(Conversion.LENIENT));
    IMPORT.put(CopyOption.NULLS, door -> door.nulls(Nulls.DELETE));
    IMPORT.put(CopyOption.MODE, door -> door.mode(WriteMode.INSERT));
    IMPORT.put(CopyOption.TIMESTAMP, door -> door.timestamp(1_000_000));
    IMPORT.put(CopyOption.TTL, door -> door.ttlSeconds(60));
    IMPORT.put(CopyOption.HEADER, door -> door.header(false));
    IMPORT.put(CopyOption.DELIMITER, door -> door.delimiter('|'));
    IMPORT.put(CopyOption.QUOTE, door -> door.quote('~'));
    IMPORT.put(CopyOption.ESCAPE, door -> door.escape('~'));
    IMPORT.put(CopyOption.NULL, door -> door.nullText("-"));
    IMPORT.put(CopyOption.ENCODING, door -> door.encoding(StandardCharsets.ISO_8859_1));
    IMPORT.put(CopyOption.MAXERRORS, door -> door.maxErrors(3));
    IMPORT.put(CopyOption.ERRFILE, door -> door.errorFile(Path.of("e.parquet")));
    IMPORT.put(CopyOption.RESUME, door -> door.resume());
    IMPORT.put(CopyOption.CHECKPOINT, door -> door.checkpoint(Path.of("c")));
    IMPORT.put(CopyOption.CONSISTENCY, door -> door.consistency(ConsistencyLevel.ALL));
    IMPORT.put(CopyOption.REQUEST_TIMEOUT, door -> door.requestTimeout(Duration.ofSeconds(9)));
    IMPORT.put(CopyOption.EXECUTION_PROFILE, door -> door.executionProfile("bulk"));
    IMPORT.put(CopyOption.CONCURRENCY, door -> door.concurrency(8));
    IMPORT.put(CopyOption.RATE, door -> door.rate(5_000));
  }

  @Test
  void givesEveryOptionOfCopyToOneMethodOfTheExporter() {
    assertThat(EXPORT.keySet()).isEqualTo(optionsOf(Direction.TO));
    EXPORT.forEach(
        (option, method) ->
            assertThat(method.apply(ParquetExporter.on(UNUSED)).options().asMap())
                .containsOnlyKeys(option));
  }

  @Test
  void givesEveryOptionOfCaptureToOneMethodOfItsSetup() {
    assertThat(CAPTURE.keySet()).isEqualTo(optionsOf(Direction.CAPTURE));
    CAPTURE.forEach(
        (option, method) ->
            assertThat(method.apply(CaptureSession.on(UNUSED)).options().asMap())
                .containsOnlyKeys(option));
  }

  @Test
  void givesEveryOptionOfCopyFromOneMethodOfTheImporter() {
    assertThat(IMPORT.keySet()).isEqualTo(optionsOf(Direction.FROM));
    IMPORT.forEach(
        (option, method) ->
            assertThat(method.apply(ParquetImporter.on(UNUSED)).options().asMap())
                .containsOnlyKeys(option));
  }

  @Test
  void offersTheSameChoicesToProgramsAsToStatements() {
    Map<CopyOption, Enum<?>[]> enums =
        Map.of(
            CopyOption.FORMAT, Format.values(),
            CopyOption.COMPRESSION, Compression.values(),
            CopyOption.IF_EXISTS, IfExists.values(),
            CopyOption.SCHEMA_MODE, SchemaMode.values(),
            CopyOption.CONVERT, Conversion.values(),
            CopyOption.NULLS, Nulls.values(),
            CopyOption.MODE, WriteMode.values());
    enums.forEach(
        (option, constants) ->
            assertThat(names(constants))
                .as(option.name())
                .containsExactlyInAnyOrderElementsOf(option.choices()));
    List<String> profiles = names(Profile.values());
    profiles.remove(Profile.STANDARD.name()); // what holds when no profile is named
    assertThat(profiles).containsExactlyInAnyOrderElementsOf(CopyOption.PROFILE.choices());
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toList());
  }

  private static Set<CopyOption> optionsOf(Direction direction) {
    return Arrays.stream(CopyOption.values())
        .filter(option -> option.directions().contains(direction))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CopyOption.class)));
  }
}
