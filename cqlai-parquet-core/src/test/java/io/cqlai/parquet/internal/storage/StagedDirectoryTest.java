package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.IfExists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedDirectoryTest {

  @TempDir private Path above;
  private Path target;

  @BeforeEach
  void nameTarget() {
    target = above.resolve("users");
  }

  @Test
  void appearsWholeAndNotBefore() throws IOException {
    try (StagedDirectory directory = staged(IfExists.ERROR, Set.of())) {
      directory.write("a", "1");
      directory.write("b", "2");
      assertThat(target).doesNotExist();
      directory.publish();
    }
    assertThat(target.resolve("a")).hasContent("1");
    assertThat(target.resolve("b")).hasContent("2");
    assertThat(names(above)).containsExactly("users");
  }

  @Test
  void leavesNothingWhenItIsNotPublished() throws IOException {
    try (StagedDirectory directory = staged(IfExists.ERROR, Set.of())) {
      directory.write("a", "1");
      assertThat(names(above)).hasSize(1);
    }
    assertThat(names(above)).isEmpty();
  }

  @Test
  void fillsADirectoryThatIsThereAndEmpty() throws IOException {
    Files.createDirectory(target);
    try (StagedDirectory directory = staged(IfExists.ERROR, Set.of())) {
      directory.check();
      directory.write("a", "1");
      directory.publish();
    }
    assertThat(names(target)).containsExactly("a");
  }

  @Test
  void doesNotMixWithWhatCameMeanwhile() throws IOException {
    try (StagedDirectory directory = staged(IfExists.ERROR, Set.of())) {
      directory.check();
      directory.write("a", "1");
      Files.createDirectory(target);
      Files.writeString(target.resolve("other"), "of somebody else");
      assertThatExceptionOfType(TransferException.class)
          .isThrownBy(directory::publish)
          .matches(e -> e.code() == ErrorCode.TARGET_EXISTS);
    }
    assertThat(names(target)).containsExactly("other");
    assertThat(names(above)).containsExactly("users");
  }

  @Test
  void replacesWhatMayBeReplacedAndNothingElse() throws IOException {
    Files.createDirectory(target);
    Files.writeString(target.resolve("old"), "0");
    try (StagedDirectory directory = staged(IfExists.REPLACE, Set.of("old"))) {
      directory.check();
      directory.write("new", "1");
      directory.publish();
      assertThat(names(target)).containsExactly("new");
    }
    assertThat(names(above)).containsExactly("users");

    assertThatExceptionOfType(TransferException.class)
        .isThrownBy(() -> staged(IfExists.REPLACE, Set.of("old")).check())
        .withMessageContaining("holds new, which is not of the export");
  }

  @Test
  void isRefusedWhereItsTemporaryNameIsNotAllowed() {
    assertThatExceptionOfType(TransferException.class)
        .isThrownBy(
            () ->
                new Storages(Access.under(above))
                    .stageDirectory(above + "/", IfExists.REPLACE, Set.of()))
        .matches(e -> e.code() == ErrorCode.ACCESS_DENIED);
  }

  private StagedDirectory staged(IfExists ifExists, Set<String> replaceable) {
    return new Storages(Access.under(above)).stageDirectory(target + "/", ifExists, replaceable);
  }

  private static String[] names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }
}
