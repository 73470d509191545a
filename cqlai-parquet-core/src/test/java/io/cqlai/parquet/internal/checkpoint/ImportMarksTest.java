package io.cqlai.parquet.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.load.RowSpan;
import io.cqlai.parquet.internal.load.Stretch;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMarksTest {

  private static final long BASE = 1_000_000;
  private static final RowSpan PART = new RowSpan(0, 1_000);

  @TempDir private Path directory;

  @Test
  void anotherRunMissesWhatIsNotDoneAlone() {
    try (ImportMarks marks = open()) {
      assertThat(marks.missing(0, 3, PART)).containsExactly(PART);
      done(marks, 0, 3, 0, 100);
      begun(marks, 0, 3, 100, 200);
      done(marks, 0, 3, 200, 300);
      done(marks, 0, 3, 300, 350);
    }
    try (ImportMarks marks = open()) {
      assertThat(marks.missing(0, 3, PART))
          .containsExactly(new RowSpan(100, 200), new RowSpan(350, 1_000));
      assertThat(marks.missing(0, 3, new RowSpan(50, 320))).containsExactly(new RowSpan(100, 200));
      assertThat(marks.missing(0, 2, PART)).containsExactly(PART);
      assertThat(marks.missing(1, 3, PART)).containsExactly(PART);
      assertThat(marks.rowsBefore()).isEqualTo(250);
      done(marks, 0, 3, 100, 200);
    }
    try (ImportMarks marks = open()) {
      assertThat(marks.missing(0, 3, PART)).containsExactly(new RowSpan(350, 1_000));
      assertThat(marks.rowsBefore()).isEqualTo(350);
    }
  }

  @Test
  void whatIsNotedSurvivesARunThatNeverClosed() throws IOException {
    ImportMarks marks = open();
    done(marks, 0, 0, 0, 10);
    marks.note();
    done(marks, 0, 0, 10, 20);
    Path copy = directory.resolve("copy");
    Files.createDirectories(copy);
    Files.copy(place().resolve("journal.jsonl"), copy.resolve("journal.jsonl"));

    try (marks;
        ImportMarks after = ImportMarks.open(plan(copy), BASE)) {
      assertThat(after.rowsBefore()).isEqualTo(10);
    }
  }

  @Test
  void countsAndLossesOfRunsBeforeAdd() {
    for (int run = 0; run < 2; run++) {
      try (ImportMarks marks = open()) {
        for (int i = 0; i < 2; i++) {
          Stretch stretch = marks.begin(0, run, i * 10L);
          stretch.answered(9);
          stretch.skipped();
          stretch.end(i * 10L + 10, List.of(new Loss("t", "digits", 3)));
        }
      }
    }
    try (ImportMarks marks = open()) {
      assertThat(marks.rowsBefore()).isEqualTo(40);
      assertThat(marks.skippedBefore()).isEqualTo(4);
      assertThat(marks.lossesBefore()).containsExactly(new Loss("t", "digits", 12));
    }
  }

  @Test
  void stretchesThatFollowEachOtherAreOneInTheJournal() throws IOException {
    try (ImportMarks marks = open()) {
      for (int i = 99; i >= 0; i--) {
        done(marks, 0, 0, i * 10L, i * 10L + 10);
      }
    }
    assertThat(Files.readString(place().resolve("journal.jsonl")))
        .containsOnlyOnce("\"first\"")
        .contains("\"first\":0,\"end\":1000");
  }

  @Test
  void theWriteTimeIsThatOfTheFirstRunAndListsAreLaterInEachRun() {
    for (int run = 0; run < 3; run++) {
      try (ImportMarks marks = ImportMarks.open(plan(place()), BASE + run * 77L)) {
        assertThat(marks.writeTimeMicros()).isEqualTo(BASE);
        assertThat(marks.listTimeMicros()).isEqualTo(BASE + run * 1_000L);
      }
    }
  }

  @Test
  void aFinishedImportHasItsReportWithoutWhatItWarnedOf() throws IOException {
    Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
    ImportReport report =
        new ImportReport(
            "ks.t",
            10,
            7,
            1,
            2,
            99,
            1,
            List.of("/data/t.parquet"),
            "LOCAL_QUORUM",
            now,
            now.plusSeconds(3),
            List.of("1 row was rejected; the first: the row with k = 'secret'"),
            List.of(new Loss("t", "digits", 3)),
            1);
    try (ImportMarks marks = open()) {
      marks.finish(report);
    }
    try (ImportMarks marks = open()) {
      ImportReport again = marks.finished().orElseThrow();
      assertThat(again).usingRecursiveComparison().ignoringFields("warnings").isEqualTo(report);
      assertThat(again.warnings()).singleElement().asString().contains("leave RESUME out");
    }
    assertThat(Files.readString(place().resolve("journal.jsonl"))).doesNotContain("secret");
  }

  @Test
  void withoutACheckpointNothingIsKept() {
    try (ImportMarks marks = ImportMarks.open(Optional.empty(), BASE)) {
      done(marks, 0, 0, 0, 10);
      marks.note();
      assertThat(marks.areKept()).isFalse();
      assertThat(marks.missing(0, 0, PART)).containsExactly(PART);
      assertThat(marks.finished()).isEmpty();
    }
    assertThat(directory).isEmptyDirectory();
  }

  private static void done(ImportMarks marks, int file, int part, long first, long end) {
    begun(marks, file, part, first, end).answered((int) (end - first));
  }

  private static Stretch begun(ImportMarks marks, int file, int part, long first, long end) {
    Stretch stretch = marks.begin(file, part, first);
    stretch.end(end, List.of());
    return stretch;
  }

  private ImportMarks open() {
    return ImportMarks.open(plan(place()), BASE);
  }

  private Path place() {
    return directory.resolve("checkpoint");
  }

  private static Optional<CheckpointPlan> plan(Path place) {
    return Optional.of(new CheckpointPlan(place, JobIdentity.NONE.with("the table", "t"), true));
  }
}
