package io.cqlai.parquet.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.capture.PartsJoin.IfThere;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.plan.Target;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.storage.StreamTarget;
import io.cqlai.parquet.internal.storage.UnforcedException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturedPartsTest {

  private static final CaptureFormat NUMBERS = format("n", Scalar.INT);
  private static final int MANY = 2_000;

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("c.parquet");
  }

  @Test
  void capturesThatBeganBeforeTheFileWasThereAllAddToIt() throws IOException {
    CapturedParts first = appending();
    CapturedParts second = appending();
    add(first, 1);
    add(second, 2);
    first.publish();
    second.publish();

    assertThat(rows(file)).isEqualTo(2);
    assertThat(files()).containsExactly("c.parquet");
  }

  @Test
  void aFileThatIsGoneByTheEndIsMadeAnew() throws IOException {
    CapturedParts first = appending();
    add(first, 1);
    first.publish();
    CapturedParts second = appending();
    add(second, 2);
    Files.delete(file);

    assertThat(second.publish()).hasValue(file.toString());
    assertThat(rows(file)).isEqualTo(1);
  }

  @Test
  void aFileOfOtherColumnsThatCameMeanwhileIsLeftAsItIs() throws IOException {
    CapturedParts capture = appending();
    add(capture, 1);
    CapturedParts other = appending();
    CaptureFormat otherColumns = format("m", Scalar.INT);
    add(other, otherColumns, 2);
    other.publish();
    byte[] before = Files.readAllBytes(file);

    TransferException e = catchThrowableOfType(TransferException.class, capture::publish);
    assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
    assertThat(e).hasMessageContaining("column 1 was m int and is n int");
    assertThat(file).hasBinaryContent(before);

    Files.delete(file);
    assertThat(capture.publish()).isPresent();
    assertThat(rows(file)).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeLookedAtIsNotTakenForMissing() {
    CaptureTarget target = target(new Target.Place(directory.resolve("a".repeat(300)).toString()));

    assertThatThrownBy(target::existing)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED));
  }

  @Test
  void typesOfOneNameAndOtherFieldsAreDifferent() throws IOException {
    CapturedParts capture = appending();
    add(capture, format("place", point("x")), List.of());

    assertThatThrownBy(() -> capture.require(format("place", point("y"))))
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS))
        .hasMessageContaining("column 1 is place");
    capture.require(format("place", point("x")));
  }

  @Test
  void aStreamThatFailedIsNotWrittenToAgain() throws IOException {
    FailingOnce stream = new FailingOnce();
    CaptureTarget target = target(new Target.Given(StreamTarget.of(stream)));
    CapturedParts capture =
        new CapturedParts(target, PartsJoin.of(IfThere.REPLACED, target, Format.PARQUET));
    add(capture, 1);

    assertThatThrownBy(capture::publish)
        .hasMessageContaining("the pipe is broken")
        .hasMessageContaining("not a whole file");
    int written = stream.bytes.size();
    assertThatThrownBy(capture::publish)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CALL))
        .hasMessageContaining("began before");
    assertThat(stream.bytes.size()).isEqualTo(written);
    capture.discard();
  }

  @Test
  void aPartThatCannotBeReadIsFoundBeforeAStreamGetsAnything() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    CaptureTarget target = target(new Target.Given(StreamTarget.of(stream)));
    CapturedParts capture =
        new CapturedParts(target, PartsJoin.of(IfThere.REPLACED, target, Format.PARQUET));
    Path part = Path.of(add(capture, 1).input().name());
    byte[] before = Files.readAllBytes(part);
    Files.writeString(part, "no longer what it was");

    assertThatThrownBy(capture::publish).isInstanceOf(TransferException.class);
    assertThat(stream.size()).isZero();

    Files.write(part, before);
    capture.publish();
    Files.write(file, stream.toByteArray());
    assertThat(rows(file)).isEqualTo(1);
  }

  @Test
  void thousandsOfSmallPartsLeaveFewFilesAndKeepTheirOrder() throws IOException {
    CapturedParts capture = appending();
    int most = 0;
    for (int i = 0; i < MANY; i++) {
      add(capture, i);
      most = Math.max(most, files().size());
    }
    assertThat(most).isEqualTo(64);
    assertThat(capture.bytes()).isEqualTo(sizes());
    assertThat(capture.queries()).isEqualTo(MANY);

    capture.publish();
    assertThat(files()).containsExactly("c.parquet");
    assertThat(capture.bytes()).isEqualTo(Files.size(file));
    try (ParquetReader<Group> reader =
        new ParquetReader.Builder<Group>(
            new LocalInputFile(file), new PlainParquetConfiguration()) {
          @Override
          protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
          }
        }.build()) {
      for (int i = 0; i < MANY; i++) {
        assertThat(reader.read().getInteger("n", 0)).isEqualTo(i);
      }
      assertThat(reader.read()).isNull();
    }
  }

  @Test
  void smallPartsThatBecameOneAreTheFile() throws IOException {
    CapturedParts capture = appending();
    for (int i = 0; i < 64; i++) {
      add(capture, i);
    }
    capture.newPart().close(); // of a query that failed
    assertThat(files()).hasSize(1);
    capture.publish();

    assertThat(rows(file)).isEqualTo(64);
    assertThat(capture.bytes()).isEqualTo(Files.size(file));
    assertThat(
            ParquetSource.open(new LocalInputFile(file), "c").metadata().get("cqlai.query").lines())
        .hasSize(64);
  }

  @Test
  void smallPartsThatCannotBeJoinedAreKept() throws IOException {
    CapturedParts capture = appending();
    for (int i = 0; i < 64; i++) {
      add(capture, i);
    }
    Path first = Path.of(capture.kept().get(0));
    byte[] before = Files.readAllBytes(first);
    Files.writeString(first, "no longer what it was");

    assertThatThrownBy(capture::newPart).isInstanceOf(TransferException.class);
    assertThat(files()).hasSize(64);
    Files.write(first, before);
    capture.publish();
    assertThat(rows(file)).isEqualTo(64);
  }

  private long sizes() throws IOException {
    long sum = 0;
    for (String name : files()) {
      sum += Files.size(directory.resolve(name));
    }
    return sum;
  }

  @Test
  void whatFailsAfterTheFileAppearedIsAWarning() throws IOException {
    Appearing whole = new Appearing(file);
    CaptureTarget target = target(new Target.Given(whole));
    CapturedParts capture =
        new CapturedParts(target, PartsJoin.of(IfThere.REPLACED, target, Format.PARQUET));
    Path part = Path.of(add(capture, 1).input().name());
    whole.leftOver = part;

    assertThat(capture.publish()).hasValue(file.toString());
    assertThat(rows(file)).isEqualTo(1);
    assertThat(capture.warnings())
        .hasSize(3)
        .anySatisfy(w -> assertThat(w).contains("not be flushed to the disk: the disk is slow"))
        .anySatisfy(w -> assertThat(w).contains("of " + file + " was not deleted: the lock stays"))
        .anySatisfy(w -> assertThat(w).contains("beside " + file + " was not deleted"));
    Files.delete(part.resolve("inside"));
    Files.delete(part);
  }

  private CapturedParts appending() {
    CaptureTarget target = target(new Target.Place(file.toString()));
    return new CapturedParts(target, PartsJoin.of(IfThere.APPENDED_TO, target, Format.PARQUET));
  }

  private static CaptureTarget target(Target place) {
    return new CaptureTarget(new Storages(Access.everything()), place);
  }

  private static PartFile add(CapturedParts capture, int number) throws IOException {
    return add(capture, NUMBERS, number);
  }

  private static PartFile add(CapturedParts capture, CaptureFormat format, int number)
      throws IOException {
    return add(capture, format, List.of(new CellRow(ByteBuffer.allocate(4).putInt(number).flip())));
  }

  private static PartFile add(CapturedParts capture, CaptureFormat format, List<CellRow> rows)
      throws IOException {
    capture.require(format);
    PartFile part = capture.newPart();
    try (RowSink sink = format.format().open(part.output())) {
      sink.write(
          new RowChunk(List.copyOf(rows), 0, 4L * rows.size()),
          (row, column, reason) -> {
            throw new AssertionError(reason);
          });
      sink.finish();
    }
    part.publish();
    capture.join(part, format, "SELECT", rows.size(), part.input().bytes(), List.of());
    return part;
  }

  private static CaptureFormat format(String column, CqlType type) {
    RowSchema rows = new RowSchema(List.of(new Column(column, type, ColumnRole.REGULAR)));
    ParquetMapping mapping = ParquetMapping.of(rows, null, Profile.STANDARD, Map.of());
    ParquetWriteSettings settings =
        new ParquetWriteSettings(Compression.NONE, null, 1 << 20, Long.MAX_VALUE);
    Map<String, String> metadata = FileMetadata.forExport(null, "SELECT", mapping, Map.of());
    return new CaptureFormat(rows, new ParquetFormat(mapping, settings, metadata));
  }

  private static CqlType point(String field) {
    return new CqlType.UserDefined(
        "ks", "point", List.of(new CqlType.Field(field, Scalar.INT)), true);
  }

  private static long rows(Path written) {
    return ParquetSource.open(new LocalInputFile(written), written.toString()).rows();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(one -> one.getFileName().toString()).toList();
    }
  }

  /** Fails at its second write. */
  private static final class FailingOnce extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int writes;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) throws IOException {
      if (++writes == 2) {
        throw new IOException("the pipe is broken");
      }
      bytes.write(more, offset, length);
    }
  }

  /** Appears, and fails at all that comes after; a directory takes the place of a left-over. */
  private static final class Appearing implements StagedFile {
    private final Path path;
    private Path leftOver = Path.of("none");

    Appearing(Path path) {
      this.path = path;
    }

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public OutputFile output() {
      return new LocalOutputFile(path);
    }

    @Override
    public void publish() throws IOException {
      Files.delete(leftOver);
      Files.createDirectory(leftOver);
      Files.createFile(leftOver.resolve("inside"));
      throw new UnforcedException(new IOException("the disk is slow"));
    }

    @Override
    public boolean isThere() {
      throw new UnsupportedOperationException("nobody asks a capture's part");
    }

    @Override
    public void close() throws IOException {
      throw new IOException("the lock stays");
    }
  }
}
