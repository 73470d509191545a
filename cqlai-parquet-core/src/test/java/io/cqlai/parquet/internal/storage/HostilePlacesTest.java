package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of places that somebody chose with ill intent, within the access to one directory. */
@Timeout(30)
class HostilePlacesTest {

  @TempDir private Path base;
  private Path inside;
  private Path outside;
  private Storages bounded;
  private final Storages all = new Storages(Access.everything());

  @BeforeEach
  void makePlaces() throws IOException, InterruptedException {
    inside = Files.createDirectory(base.resolve("inside"));
    outside = Files.createDirectory(base.resolve("outside"));
    Files.createDirectory(base.resolve("inside-too"));
    Files.writeString(outside.resolve("secret"), "secret");
    link("link-to-file", outside.resolve("secret"));
    link("link-to-directory", outside);
    link("relative", Path.of("../outside"));
    link("dangling", outside.resolve("later"));
    link("chain", inside.resolve("dangling"));
    link("to-root", Path.of("/"));
    link("loop", inside.resolve("pool"));
    link("pool", inside.resolve("loop"));
    link("full", Path.of("/dev/full"));
    Files.createDirectory(inside.resolve("directory"));
    Files.writeString(inside.resolve("file"), "mine");
    link("mine", inside.resolve("file"));
    assertThat(new ProcessBuilder("mkfifo", inside + "/pipe").start().waitFor()).isZero();
    bounded = new Storages(Access.under(inside));
  }

  private void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(inside.resolve(name), target);
  }

  @AfterEach
  void nothingOutsideHasChanged() throws IOException {
    deleteLinks();
    assertThat(outside.resolve("secret")).hasContent("secret");
    assertThat(outside).isDirectoryNotContaining(file -> !file.endsWith("secret"));
    assertThat(base.resolve("inside-too")).isEmptyDirectory();
    try (Stream<Path> files = Files.list(base)) {
      assertThat(files).hasSize(3);
    }
  }

  /** JUnit warns of each link out of the directory that it deletes. */
  private void deleteLinks() throws IOException {
    try (DirectoryStream<Path> links =
        Files.newDirectoryStream(inside, file -> Files.isSymbolicLink(file))) {
      for (Path link : links) {
        Files.delete(link);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s/../outside/secret",
        "%s/directory/../../outside/x",
        "%s/./../inside-too/x",
        "%s/../inside-too/x",
        "%s/none/../../outside/x",
        "%s/link-to-file",
        "%s/link-to-directory/x",
        "%s/link-to-directory/../x/../../outside/x",
        "%s/relative/x",
        "%s/dangling",
        "%s/chain",
        "%s/to-root/tmp/x",
        "%s/to-root%s/../outside/x",
        "%s/loop",
        "%s/loop/x",
        "%s/full",
        "/dev/full",
        "/proc/self/fd/0",
        "~/x",
        "../x",
        "x",
        "file://%s/file",
        "FILE://%s/file",
        "file://host%s/file",
        "http://localhost/x",
        "s3://bucket/x",
        "jar:file://%s/file!/x",
        "s3:x",
        "s3:////etc/passwd"
      })
  void whatLiesOutsideIsNeitherReadNorWritten(String pattern) {
    String place = pattern.replace("%s", inside.toString());
    denied(() -> bounded.open(place));
    denied(() -> bounded.stage(place, IfExists.REPLACE));
  }

  private static void denied(Runnable use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            TransferException.class,
            e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  /** The code of reading, the code of writing, and the place. */
  @ParameterizedTest
  @CsvSource({
    "UNSUPPORTED, TARGET_UNUSABLE, %s/pipe",
    "UNSUPPORTED, TARGET_UNUSABLE, %s/full",
    "UNSUPPORTED, TARGET_UNUSABLE, /dev/full",
    "UNSUPPORTED, TARGET_UNUSABLE, /dev/zero",
    "UNSUPPORTED, TARGET_UNUSABLE, %s/directory",
    "UNSUPPORTED, TARGET_UNUSABLE, %s/directory/..",
    "UNSUPPORTED, TARGET_UNUSABLE, /",
    "NO_SUCH_FILE, TARGET_UNUSABLE, %s/file/x",
    "NO_SUCH_FILE, TARGET_UNUSABLE, %s/file/x/y",
    "NO_SUCH_FILE, TARGET_UNUSABLE, %s/none/x",
    "NO_SUCH_FILE, TARGET_UNUSABLE, jar:file://%s/file!/x",
    "ACCESS_DENIED, ACCESS_DENIED, %s/loop",
    "UNSUPPORTED, UNSUPPORTED, file://%s/file",
    "UNSUPPORTED, UNSUPPORTED, http://localhost/x",
    "NO_SUCH_FILE, NO_SUCH_FILE, s3://bucket/with space",
    "NO_SUCH_FILE, NO_SUCH_FILE, s3://%%",
  })
  void whatIsNoFileIsRefusedBeforeAnythingIsOpened(ErrorCode read, ErrorCode write, String name) {
    String place = name.replace("%s", inside.toString());
    assertThat(failure(() -> all.open(place)).code()).isEqualTo(read);
    assertThat(failure(() -> all.stage(place, IfExists.REPLACE)).code()).isEqualTo(write);
  }

  @Test
  void aNameWithANullCharacterIsNoPath() {
    for (Storages storages : new Storages[] {all, bounded}) {
      String place = inside + "/file\0/../../outside/secret";
      assertThat(failure(() -> storages.open(place)).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
      assertThat(failure(() -> storages.stage(place, IfExists.REPLACE)).code())
          .isEqualTo(ErrorCode.NO_SUCH_FILE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new\nline", "tab\tand bell\u0007", "ends in dot.", "é", "-rf", "{}*?[]"})
  void oddNamesOfFilesAreNames(String name) throws IOException {
    write(name);
    assertThat(inside.resolve(name)).hasContent("new");
  }

  @Test
  void theLongestNamesAreWritten() throws IOException {
    for (String name :
        new String[] {
          "n".repeat(255), "é".repeat(127), "\uD83D\uDE00".repeat(63), "€".repeat(85)
        }) {
      write(name);
      assertThat(inside.resolve(name)).hasContent("new");
    }
  }

  @Test
  void longerNamesAreRefused() {
    for (String name : new String[] {"n".repeat(256), "n".repeat(5_000), "d/".repeat(5_000)}) {
      TransferException failure =
          failure(
              () -> {
                try {
                  write(name);
                } catch (IOException e) {
                  throw TransferException.of(ErrorCode.STORAGE_FAILED, e.getMessage(), "");
                }
              });
      assertThat(failure.code()).isIn(ErrorCode.STORAGE_FAILED, ErrorCode.TARGET_UNUSABLE);
    }
  }

  @Test
  void aLinkWithinTheDirectoryIsFollowed() throws IOException {
    write("mine");
    assertThat(inside.resolve("file")).hasContent("new");
    assertThat(inside.resolve("mine")).isSymbolicLink();
  }

  private void write(String name) throws IOException {
    try (StagedFile file = bounded.stage(inside + "/" + name, IfExists.REPLACE)) {
      try (PositionOutputStream out = file.output().create(0)) {
        out.write("new".getBytes(StandardCharsets.UTF_8));
      }
      file.publish();
    }
  }

  private static TransferException failure(Runnable use) {
    TransferException failure = catchThrowableOfType(TransferException.class, use::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}
