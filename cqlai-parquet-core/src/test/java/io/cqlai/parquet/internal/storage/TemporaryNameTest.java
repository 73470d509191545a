package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    Process process = new ProcessBuilder("true").start();
    Path left = file(here, process.pid(), Instant.now().toEpochMilli());
    process.waitFor();

    TemporaryName.deleteLeftBehind(target);

    assertThat(left).doesNotExist();
  }

  @Test
  void aNumberThatAnotherProcessHasNowIsNoSignOfLife() throws IOException {
    Path left = file(here, ProcessHandle.current().pid(), 0);

    TemporaryName.deleteLeftBehind(target);

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

  private Path file(String place, long pid, long startMillis) throws IOException {
    return file(target, place, pid, startMillis);
  }

  private Path file(Path of, String place, long pid, long startMillis) throws IOException {
    String name = TemporaryName.ofProcess(place, pid, startMillis) + RANDOM;
    return Files.createFile(directory.resolve(TemporaryName.prefix(of) + name));
  }
}
