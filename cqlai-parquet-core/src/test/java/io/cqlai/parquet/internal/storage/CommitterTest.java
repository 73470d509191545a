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

  private Staged add(String name, @Nullable IOException failure) {
    Staged file = new Staged(name, failure);
    committer.add(file);
    return file;
  }

  private static final class Staged implements StagedFile {
    private final String name;
    @Nullable private final IOException failure;
    private boolean published;

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
    public boolean isThere() {
      return published;
    }

    @Override
    public void close() {}
  }
}
