package io.cqlai.parquet.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.nio.file.Path;
import javax.annotation.Nullable;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.junit.jupiter.api.Test;

class CommitterTest {

  private final Committer committer = new Committer();
  private final IOException slow = new UnforcedException(new IOException("the disk is slow"));

  @Test
  void whatIsNotForcedDoesNotKeepTheOthersFromAppearing() {
    Staged first = add("first", slow);
    Staged second = add("second", null);

    assertThatThrownBy(committer::publish)
        .hasMessageContaining("first was published, but")
        .hasMessageContaining("the disk is slow");
    assertThat(first.published).isTrue();
    assertThat(second.published).isTrue();
  }

  @Test
  void whatFailsKeepsThoseBeforeItFromAppearingAndTellsOfBoth() {
    Staged first = add("first", null);
    add("second", new IOException("the disk is full"));
    add("third", slow);

    assertThatThrownBy(committer::publish)
        .hasMessageContaining("Cannot publish second: the disk is full")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .satisfies(s -> assertThat(s).hasMessageContaining("third was published")));
    assertThat(first.published).isFalse();
  }

  @Test
  void whatIsEmptyIsRemovedOnceTheOthersHaveAppeared() {
    Staged first = add("first", null);
    Staged empty = new Staged("empty", null);
    committer.addEmpty(empty);

    committer.publish();

    assertThat(first.published).isTrue();
    assertThat(empty.published).isFalse();
    assertThat(empty.removed).isTrue();
  }

  @Test
  void whatIsEmptyStaysWhereAnotherCannotAppear() {
    add("first", new IOException("the disk is full"));
    Staged empty = new Staged("empty", null);
    committer.addEmpty(empty);

    assertThatThrownBy(committer::publish).hasMessageContaining("Cannot publish first");
    assertThat(empty.removed).isFalse();
  }

  @Test
  void whatCannotBeRemovedIsToldWithWhatWasPublished() {
    add("first", null);
    committer.addEmpty(new Staged("empty", new IOException("it is locked")));

    assertThatThrownBy(committer::publish)
        .hasMessageContaining("first was published. Cannot delete empty: ")
        .hasMessageContaining("it is locked");
  }

  private Staged add(String name, @Nullable IOException failure) {
    Staged file = new Staged(name, failure);
    committer.add(file);
    return file;
  }

  private static final class Staged implements StagedFile {
    private final String name;
    @Nullable private final IOException failure;
    private boolean published;
    private boolean removed;

    Staged(String name, @Nullable IOException failure) {
      this.name = name;
      this.failure = failure;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public OutputFile output() {
      return new LocalOutputFile(Path.of(name));
    }

    @Override
    public void publish() throws IOException {
      published = failure == null || failure instanceof UnforcedException;
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void removeEarlier() throws IOException {
      removed = failure == null;
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void close() {}
  }
}
