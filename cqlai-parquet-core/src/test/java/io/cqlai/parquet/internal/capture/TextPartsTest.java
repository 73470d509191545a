package io.cqlai.parquet.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.capture.PartsJoin.IfThere;
import io.cqlai.parquet.internal.format.csv.CsvFormat;
import io.cqlai.parquet.internal.format.csv.CsvSettings;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.plan.Target;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.storage.StreamTarget;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextPartsTest {

  private static final CsvSettings BARE = settings(false, StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("c.csv");
  }

  @Test
  void oneHeaderStandsBeforeTheRowsOfAllQueries() throws IOException {
    CapturedParts capture = replacing();
    add(capture, CsvSettings.DEFAULT, "n", 1, 2);
    add(capture, CsvSettings.DEFAULT, "n");
    add(capture, CsvSettings.DEFAULT, "n", 3);
    capture.publish();

    assertThat(file).hasContent("n\n1\n2\n3\n");
    assertThat(capture.bytes()).isEqualTo(8);
    assertThat(files()).containsExactly("c.csv");
  }

  @Test
  void otherNamesAreRefusedWhereAHeaderNamesThem() throws IOException {
    CapturedParts capture = replacing();
    add(capture, CsvSettings.DEFAULT, "n", 1);

    assertThatThrownBy(() -> capture.require(format(CsvSettings.DEFAULT, "m")))
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS))
        .hasMessageContaining("column 1 was n and is m")
        .hasMessageContaining("HEADER=false");
  }

  @Test
  void anyResultsGoTogetherWithoutAHeader() throws IOException {
    CapturedParts capture = replacing();
    add(capture, BARE, "n", 1);
    add(capture, BARE, "m", 2);
    capture.publish();

    assertThat(file).hasContent("1\n2\n");
  }

  @Test
  void thousandsOfSmallPartsLeaveFewFilesAndKeepTheirOrder() throws IOException {
    CapturedParts capture = replacing();
    int most = 0;
    for (int i = 0; i < 2_000; i++) {
      add(capture, CsvSettings.DEFAULT, "n", i);
      most = Math.max(most, files().size());
    }
    capture.publish();

    assertThat(most).isEqualTo(64);
    String rows = IntStream.range(0, 2_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    assertThat(Files.readString(file)).isEqualTo("n\n" + rows);
  }

  @Test
  void rowsAreAddedBehindThoseOfTheFile() throws IOException {
    append(CsvSettings.DEFAULT, "n", 1);
    append(CsvSettings.DEFAULT, "n", 2);

    assertThat(file).hasContent("n\n1\n2\n");
    assertThat(files()).containsExactly("c.csv");
  }

  @Test
  void aLineThatOthersDidNotEndIsEndedBefore() throws IOException {
    Files.writeString(file, "\"n\"\r\n1");
    append(CsvSettings.DEFAULT, "n", 2);
    assertThat(Files.readString(file)).isEqualTo("\"n\"\r\n1\n2\n");

    CsvSettings wide = settings(true, StandardCharsets.UTF_16LE);
    Files.writeString(file, "n\n1", StandardCharsets.UTF_16LE);
    append(wide, "n", 2);
    append(wide, "n", 3);
    assertThat(Files.readString(file, StandardCharsets.UTF_16LE)).isEqualTo("n\n1\n2\n3\n");
  }

  @Test
  void anEmptyFileGetsTheHeader() throws IOException {
    Files.createFile(file);
    append(CsvSettings.DEFAULT, "n", 1);

    assertThat(file).hasContent("n\n1\n");
  }

  @Test
  void aFileOfAnotherHeaderIsNotAddedTo() throws IOException {
    Files.writeString(file, "n,m\n1,2\n");
    CapturedParts capture = appending();

    assertThatThrownBy(() -> capture.require(format(CsvSettings.DEFAULT, "n")))
        .hasMessageContaining("than the file " + file)
        .hasMessageContaining("column 2 was m and is missing");
    assertThat(file).hasContent("n,m\n1,2\n");
  }

  @Test
  void anAppendThatFailsLeavesTheFileAsItWas() throws IOException {
    append(CsvSettings.DEFAULT, "n", 1);
    CapturedParts capture = appending();
    add(capture, CsvSettings.DEFAULT, "n", 2);
    Path second = Path.of(add(capture, CsvSettings.DEFAULT, "n", 3).input().name());
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(second, elsewhere);

    assertThatThrownBy(capture::publish)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED))
        .hasMessageContaining("the capture is kept");
    assertThat(file).hasContent("n\n1\n");

    Files.move(elsewhere, second);
    capture.publish();
    assertThat(file).hasContent("n\n1\n2\n3\n");
    assertThat(files()).containsExactly("c.csv");
  }

  @Test
  void aPartThatHasLostBytesIsNoticed() throws IOException {
    CapturedParts capture = replacing();
    add(capture, CsvSettings.DEFAULT, "n", 1);
    Path part = Path.of(add(capture, CsvSettings.DEFAULT, "n", 2, 3).input().name());
    Files.writeString(part, "n\n2\n");

    assertThatThrownBy(capture::publish)
        .hasMessageContaining(part + " has 4 bytes by now, and had 6")
        .hasMessageContaining("the capture is kept");
    assertThat(file).doesNotExist();
  }

  @Test
  void aStreamGetsAllRowsAtTheEnd() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    CaptureTarget target = target(new Target.Given(StreamTarget.of(stream)));
    CapturedParts capture =
        new CapturedParts(target, PartsJoin.of(IfThere.REPLACED, target, Format.CSV));
    add(capture, CsvSettings.DEFAULT, "n", 1);
    add(capture, CsvSettings.DEFAULT, "n", 2);
    capture.publish();

    assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("n\n1\n2\n");
  }

  private CapturedParts replacing() {
    CaptureTarget target = target(new Target.Place(file.toString()));
    return new CapturedParts(target, PartsJoin.of(IfThere.REPLACED, target, Format.CSV));
  }

  private CapturedParts appending() {
    CaptureTarget target = target(new Target.Place(file.toString()));
    return new CapturedParts(target, PartsJoin.of(IfThere.APPENDED_TO, target, Format.CSV));
  }

  private void append(CsvSettings settings, String column, int... numbers) throws IOException {
    CapturedParts capture = appending();
    add(capture, settings, column, numbers);
    capture.publish();
  }

  private static CaptureTarget target(Target place) {
    return new CaptureTarget(new Storages(Access.everything()), place);
  }

  private static PartFile add(
      CapturedParts capture, CsvSettings settings, String column, int... numbers)
      throws IOException {
    CaptureFormat format = format(settings, column);
    capture.require(format);
    PartFile part = capture.newPart();
    List<CellRow> rows =
        Arrays.stream(numbers)
            .mapToObj(number -> new CellRow(ByteBuffer.allocate(4).putInt(number).flip()))
            .toList();
    RowSink.Summary written;
    try (RowSink sink = format.format().open(part.output())) {
      sink.write(
          new RowChunk(List.copyOf(rows), 0, 4L * rows.size()),
          (row, place, reason) -> {
            throw new AssertionError(reason);
          });
      written = sink.finish();
    }
    part.publish();
    capture.join(part, format, "SELECT", written.rows(), written.bytes(), List.of());
    return part;
  }

  private static CaptureFormat format(CsvSettings settings, String column) {
    RowSchema rows = new RowSchema(List.of(new Column(column, Scalar.INT, ColumnRole.REGULAR)));
    return new CaptureFormat(rows, new CsvFormat(rows, settings));
  }

  private static CsvSettings settings(boolean header, Charset charset) {
    return new CsvSettings(header, ',', '"', "", charset);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(one -> one.getFileName().toString()).toList();
    }
  }
}
