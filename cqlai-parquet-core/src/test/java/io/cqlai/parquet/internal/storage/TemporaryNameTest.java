package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cqlai.parquet.option.IfExists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryNameTest {

  private static final String RANDOM = "0a1b2c3d.tmp";

  @TempDir private Path directory;
  private Path target;
  private String here;

  @BeforeEach
  void onLinux() {
    target = directory.resolve("a.parquet");
    assumeTrue(TemporaryName.here().isPresent(), "only Linux tells processes apart for sure");
    here = TemporaryName.here().get();
  }

  @Test
  void whatAProcessLeftThatHasDiedIsDeleted() throws Exception {
    Process process = new ProcessBuilder("cat").start(); // lives until its input ends
    long start = TemporaryName.startTicks(Path.of("/proc/" + process.pid()));
    Path left = file(here, process.pid(), start);
    TemporaryName.deleteLeftBehind(target);
    assertThat(left).exists();
    process.getOutputStream().close();
    process.waitFor();

    TemporaryName.deleteLeftBehind(target);

    assertThat(left).doesNotExist();
  }

  @Test
  void aNumberThatAnotherProcessHasNowIsNoSignOfLife() throws IOException {
    long start = TemporaryName.startTicks(Path.of("/proc/self"));
    Path left = file(here, ProcessHandle.current().pid(), start - 1);
    Path own = file(here, ProcessHandle.current().pid(), start);

    TemporaryName.deleteLeftBehind(target);

    assertThat(left).doesNotExist();
    assertThat(own).exists();
  }

  @Test
  void theStartOfAProcessIsFoundBehindAnyName() throws IOException {
    Files.writeString(
        directory.resolve("stat"),
        "42 (a) b) R 1 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 1234567 8192 1 18446744073709551615");
    assertThat(TemporaryName.startTicks(directory)).isEqualTo(1_234_567);
  }

  @Test
  void oneOfManyFilesDoesNotLookForWhatIsLeft() throws IOException {
    Path left = file(here, ProcessHandle.current().pid(), 0);

    Storages.stageOwn(target).output();
    assertThat(left).exists();
    LocalStorage.stage(target, IfExists.REPLACE).output();
    assertThat(left).doesNotExist();
  }

  @Test
  void whatALivingProcessWritesStays() throws IOException {
    Path own = Files.createFile(TemporaryName.ofWhole(target));

    TemporaryName.deleteLeftBehind(target);

    assertThat(own).exists();
  }

  @Test
  void whatComesFromElsewhereStays() throws IOException {
    Path fromElsewhere = file("00000000", ProcessHandle.current().pid(), 0);

    TemporaryName.deleteLeftBehind(target);

    assertThat(fromElsewhere).exists();
  }

  @Test
  void partsAndOtherNamesStay() throws IOException {
    Path part = Files.createFile(TemporaryName.ofPart(target));
    Path odd = Files.createFile(directory.resolve(TemporaryName.prefix(target) + "w-x.tmp"));
    Path other = directory.resolve("b.parquet");
    Path ofOther = file(other, here, ProcessHandle.current().pid(), 0);

    TemporaryName.deleteLeftBehind(target);

    assertThat(part).exists();
    assertThat(odd).exists();
    assertThat(ofOther).exists();
  }

  @Test
  void longNamesLeaveRoomForTheRest() throws IOException {
    Path longest = directory.resolve("\uD83D\uDE00".repeat(60) + "x".repeat(15));

    assertThat(Files.createFile(TemporaryName.ofWhole(longest))).exists();
    assertThat(Files.createFile(TemporaryName.ofPart(longest))).exists();
  }

  private Path file(String place, long pid, long startTicks) throws IOException {
    return file(target, place, pid, startTicks);
  }

  private Path file(Path of, String place, long pid, long startTicks) throws IOException {
    String name = TemporaryName.ofProcess(place, pid, startTicks) + RANDOM;
    return Files.createFile(directory.resolve(TemporaryName.prefix(of) + name));
  }
}
