package io.cqlai.parquet.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  private static final JobIdentity JOB =
      JobIdentity.NONE.with("the query", "SELECT secret FROM t").with("COMPRESSION", "ZSTD");

  @TempDir private Path directory;

  /** An entry. */
  record Mark(int number, String word) {}

  @Test
  void givesWhatRunsBeforeHaveAdded() {
    try (Checkpoint first = Checkpoint.open(plan(JOB, true))) {
      first.add("mark", new Mark(1, "one"));
      first.add("other", new Mark(2, "two"));
      first.add("mark", new Mark(3, "three\nlines"));
    }
    try (Checkpoint second = Checkpoint.open(plan(JOB, true))) {
      assertThat(second.entries("mark", Mark.class))
          .containsExactly(new Mark(1, "one"), new Mark(3, "three\nlines"));
      second.add("mark", new Mark(4, "four"));
    }
    try (Checkpoint anew = Checkpoint.open(plan(JOB, false))) {
      assertThat(anew.entries("mark", Mark.class)).isEmpty();
    }
  }

  @Test
  void namesWhatDiffersAndKeepsOnlyHashes() throws IOException {
    Checkpoint.open(plan(JOB, true)).close();

    assertThatThrownBy(
            () -> Checkpoint.open(plan(JobIdentity.NONE.with("the query", "SELECT other"), true)))
        .isInstanceOfSatisfying(
            TransferException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CHECKPOINT_DIFFERS))
        .hasMessageContaining("COMPRESSION, the query differ");
    assertThat(Files.readString(directory.resolve("own/journal.jsonl")))
        .contains("the query")
        .doesNotContain("secret")
        .doesNotContain("ZSTD");
  }

  @Test
  void isOpenOnceHoweverOftenItIsTried() {
    try (Checkpoint first = Checkpoint.open(plan(JOB, true))) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(() -> Checkpoint.open(plan(JOB, true)))
            .hasMessageContaining("is in use by another job");
      }
      first.add("mark", new Mark(1, "one"));
    }
    Checkpoint.open(plan(JOB, true)).close();
  }

  @Test
  void aJournalOfAnotherProgramIsLeftAsItIs() throws IOException {
    Path own = Files.createDirectories(directory.resolve("own"));
    Files.writeString(own.resolve("journal.jsonl"), "{\"event\":\"start\"}\n{\"event\":1");
    Files.writeString(own.resolve("part-00000.parquet"), "of Spark");

    for (boolean resumes : new boolean[] {true, false}) {
      assertThatThrownBy(() -> Checkpoint.open(plan(JOB, resumes)))
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CHECKPOINT_UNUSABLE))
          .hasMessageContaining("written by another program");
    }
    assertThat(own.resolve("journal.jsonl")).hasContent("{\"event\":\"start\"}\n{\"event\":1");
    assertThat(own.resolve("part-00000.parquet")).hasContent("of Spark");
  }

  @Test
  void theSameJobHasOtherHashesInAnotherCheckpoint() {
    assertThat(JOB.hashes("one salt")).isNotEqualTo(JOB.hashes("another salt"));
    assertThat(JOB.differences("salt", JOB.hashes("salt"))).isEmpty();
  }

  @Test
  void filesThatNobodyNeedsAreDeletedAndNoOthers() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(plan(JOB, true))) {
      Files.writeString(checkpoint.file("part-1.parquet"), "kept");
      Files.writeString(checkpoint.file("part-2.parquet"), "left");
      Files.writeString(checkpoint.file(".part-3.parquet.0815.tmp"), "left");
      Files.writeString(checkpoint.file("notes.txt"), "not ours");
      checkpoint.keepOnly(List.of("part-1.parquet"));
      try (var files = Files.list(directory.resolve("own"))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("journal.jsonl", "part-1.parquet", "notes.txt");
      }
    }
  }

  private CheckpointPlan plan(JobIdentity identity, boolean resumes) {
    return new CheckpointPlan(directory.resolve("own"), identity, resumes);
  }
}
