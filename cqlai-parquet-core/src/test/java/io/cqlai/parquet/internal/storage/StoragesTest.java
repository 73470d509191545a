package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoragesTest {

  @TempDir Path directory;

  private final Storages storages = new Storages(Access.everything());

  @Test
  void showsAFileOnlyWhenItIsPublished() throws IOException {
    Path target = directory.resolve("a.parquet");
    try (StagedFile file = storages.stage(target.toString(), IfExists.REPLACE)) {
      write(file, "new");
      assertThat(target).doesNotExist();
      file.publish();
    }
    assertThat(target).hasContent("new");
    assertThat(names()).containsExactly("a.parquet");
  }

  @Test
  void leavesWhatStoodThereWhenItIsDiscarded() throws IOException {
    Path target = Files.writeString(directory.resolve("a.parquet"), "old");
    try (StagedFile file = storages.stage(target.toString(), IfExists.REPLACE)) {
      write(file, "new");
    }
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("a.parquet");
  }

  @Test
  void publishesOverAnExistingFileAtOnce() throws IOException {
    Path target = Files.writeString(directory.resolve("a.parquet"), "old");
    try (StagedFile file = storages.stage(target.toString(), IfExists.REPLACE)) {
      write(file, "new");
      file.publish();
    }
    assertThat(target).hasContent("new");
  }

  @Test
  void tellsWhetherAFileOfAnEarlierTimeIsThere() throws IOException {
    Path target = directory.resolve("a.parquet");
    try (StagedFile file = storages.stage(target.toString(), IfExists.REPLACE)) {
      assertThat(file.isThere()).isFalse();
      Files.writeString(target, "old");
      assertThat(file.isThere()).isTrue();
    }
  }

  @Test
  void doesNotReplaceAFileThatAppearedMeanwhile() throws IOException {
    Path target = directory.resolve("a.parquet");
    try (StagedFile file = storages.stage(target.toString(), IfExists.ERROR)) {
      write(file, "new");
      Files.writeString(target, "somebody else's");
      assertThatThrownBy(file::publish)
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_EXISTS));
    }
    assertThat(target).hasContent("somebody else's");
    assertThat(names()).containsExactly("a.parquet");
  }

  @Test
  void writesThroughALinkToTheFileItNames() throws IOException {
    Path real = Files.writeString(directory.resolve("real.parquet"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.parquet"), real);
    try (StagedFile file = storages.stage(link.toString(), IfExists.REPLACE)) {
      write(file, "new");
      file.publish();
    }
    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(real).hasContent("new");
  }

  @Test
  void refusesTargetsThatCannotBeWritten() throws IOException {
    Files.createDirectory(directory.resolve("dir"));
    refuses(directory.resolve("dir"), ErrorCode.TARGET_UNUSABLE, "it is a directory");
    refuses(
        directory.resolve("missing/a.parquet"), ErrorCode.TARGET_UNUSABLE, "there is no directory");
    Path existing = Files.writeString(directory.resolve("a.parquet"), "old");
    assertThatThrownBy(() -> storages.stage(existing.toString(), IfExists.ERROR))
        .hasMessageContaining("exists, and IF_EXISTS is ERROR")
        .hasMessageContaining("IF_EXISTS='REPLACE'");
  }

  @Test
  void refusesASpecialFileAsTarget() {
    assertThatThrownBy(() -> storages.stage("/dev/null", IfExists.REPLACE))
        .hasMessageContaining("not a regular file");
  }

  @Test
  void saysWhatIsMissingWhenAFileCannotBeOpened() {
    assertThatThrownBy(() -> storages.open(directory.resolve("none/a.parquet").toString()))
        .hasMessageContaining("No such file")
        .hasMessageContaining("there is no directory");
    assertThatThrownBy(() -> storages.open("s3://bucket/a.parquet"))
        .hasMessageContaining("cqlai-parquet-storage-s3");
    assertThatThrownBy(() -> storages.open("gopher://bucket/a.parquet"))
        .hasMessageContaining("No storage for 'gopher://'");
  }

  @Test
  void whatCannotBeLookedAtIsNotTakenForMissing() {
    assertThatThrownBy(() -> storages.open(directory.resolve("a".repeat(300)).toString()))
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED))
        .hasMessageContaining("Cannot read")
        .hasMessageContaining("Check its permissions");
  }

  @Test
  void keepsWithinTheDirectoryOfItsAccess() throws IOException {
    Path inside = Files.createDirectory(directory.resolve("inside"));
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(inside.resolve("out"), outside);
    Files.createSymbolicLink(inside.resolve("dangling"), outside.resolve("later.parquet"));
    Storages bounded = new Storages(Access.under(inside));
    for (String path :
        List.of(
            outside + "/a.parquet",
            inside + "/../outside/a.parquet",
            inside + "/out/a.parquet",
            inside + "/dangling",
            "s3://bucket/a.parquet")) {
      assertThatThrownBy(() -> bounded.stage(path, IfExists.REPLACE))
          .as(path)
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }
    try (StagedFile file = bounded.stage(inside + "/a.parquet", IfExists.REPLACE)) {
      assertThat(file.name()).isEqualTo(inside.toRealPath() + "/a.parquet");
    }
  }

  @Test
  void triesToDiscardEveryFileEvenWhenOneFails() throws IOException {
    StagedFile first = storages.stage(directory.resolve("a.parquet").toString(), IfExists.REPLACE);
    StagedFile second = storages.stage(directory.resolve("b.parquet").toString(), IfExists.REPLACE);
    Committer committer = new Committer();
    committer.add(new FailingToClose(first));
    committer.add(second);
    write(second, "new");
    assertThatThrownBy(committer::close).hasMessageContaining("Cannot discard");
    assertThat(names()).isEmpty();
  }

  @Test
  void whatBelongsToAFileIsPublishedBeforeIt() throws IOException {
    Files.createDirectory(directory.resolve("taken"));
    failsToPublish("file.parquet", "taken/errors.parquet");
    assertThat(names()).containsExactly("taken");
    failsToPublish("taken/file.parquet", "errors.parquet");
    assertThat(names()).containsExactly("errors.parquet", "taken");
  }

  /** Of one of the two the name is taken by a directory when it is published. */
  private void failsToPublish(String file, String errors) throws IOException {
    Path published = directory.resolve("errors.parquet");
    List<Path> taken = new ArrayList<>();
    try (Committer committer = new Committer()) {
      for (String name : List.of(file, errors)) {
        Path target = directory.resolve(name);
        write(committer.add(storages.stage(target.toString(), IfExists.REPLACE)), "new");
        if (name.startsWith("taken/")) {
          taken.add(Files.createDirectory(target));
        }
      }
      assertThatThrownBy(committer::publish)
          .hasMessageContaining("Cannot publish " + taken.get(0))
          .hasMessageContaining(errors.startsWith("taken/") ? "" : published + " was published. ");
    }
    Files.delete(taken.get(0));
  }

  private void refuses(Path target, ErrorCode code, String why) {
    assertThatThrownBy(() -> storages.stage(target.toString(), IfExists.REPLACE))
        .isInstanceOfSatisfying(TransferException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(why);
  }

  private static void write(StagedFile file, String text) throws IOException {
    try (PositionOutputStream out = file.output().create(0)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private record FailingToClose(StagedFile file) implements StagedFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public OutputFile output() {
      return file.output();
    }

    @Override
    public void publish() throws IOException {
      file.publish();
    }

    @Override
    public boolean isThere() {
      return file.isThere();
    }

    @Override
    public void close() throws IOException {
      throw new IOException("the disk is gone");
    }
  }
}
