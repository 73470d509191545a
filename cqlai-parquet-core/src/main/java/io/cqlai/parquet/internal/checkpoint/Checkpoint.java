package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.report.TransferReport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A job's checkpoint: a directory with a journal of what is done, and the files that belong to it.
 * One job at a time has it open. Safe for use by several threads.
 */
public final class Checkpoint implements AutoCloseable {

  private static final String JOURNAL = "journal.jsonl";
  private static final String JOB = "job";
  private static final String FINISHED = "finished";
  private static final int VERSION = 1;

  /** Parts, and what is left of those that a kill found in the making. */
  private static final Pattern OWN_FILES = Pattern.compile("\\.?part-\\d+\\.parquet(\\..*\\.tmp)?");

  private final Path directory;
  private final Journal journal;
  private final JobIdentity identity;

  /** The first line of a journal. */
  private record Job(int version, String salt, Map<String, String> identity) {}

  private Checkpoint(Path directory, Journal journal, JobIdentity identity) {
    this.directory = directory;
    this.journal = journal;
    this.identity = identity;
  }

  /**
   * Opens a checkpoint, or makes an empty one.
   *
   * @throws TransferException CHECKPOINT_DIFFERS when the one that is there is another job's, and
   *     the plan says to go on from it; CHECKPOINT_UNUSABLE when it is in use, damaged or cannot be
   *     written
   */
  public static Checkpoint open(CheckpointPlan plan) {
    Path directory = plan.directory();
    try {
      Files.createDirectories(directory);
      requireOwn(directory);
      Journal journal =
          Journal.open(directory.toRealPath().resolve(JOURNAL)).orElseThrow(() -> inUse(directory));
      try {
        Checkpoint checkpoint = new Checkpoint(directory, journal, plan.identity());
        checkpoint.begin(plan);
        return checkpoint;
      } catch (IOException | RuntimeException | Error e) {
        journal.close();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  /** What stands in a directory of the user's own is not ours to delete. */
  private static void requireOwn(Path directory) throws IOException {
    if (Files.exists(directory.resolve(JOURNAL))) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      if (files.iterator().hasNext()) {
        throw TransferException.of(
            ErrorCode.CHECKPOINT_UNUSABLE,
            "The directory " + directory + " is no checkpoint, and is not empty",
            "Name a directory of its own, which need not exist, with CHECKPOINT");
      }
    }
  }

  private void begin(CheckpointPlan plan) throws IOException {
    List<Job> before = journal.entries(JOB, Job.class);
    if (plan.resumes() && !before.isEmpty()) {
      require(before.get(0));
    } else {
      beginAnew();
    }
  }

  /** Forgets all that was done. */
  void beginAnew() throws IOException {
    journal.clear();
    keepOnly(List.of());
    String salt = UUID.randomUUID().toString();
    journal.add(JOB, new Job(VERSION, salt, identity.hashes(salt)));
  }

  private void require(Job before) {
    List<String> differences =
        before.version() == VERSION
            ? identity.differences(before.salt(), before.identity())
            : List.of("the version of the library");
    if (!differences.isEmpty()) {
      throw TransferException.of(
          ErrorCode.CHECKPOINT_DIFFERS,
          "The checkpoint "
              + directory
              + " is of another job: "
              + String.join(", ", differences)
              + (differences.size() == 1 ? " differs" : " differ"),
          "Run the job as it was, name another CHECKPOINT, or leave RESUME out to begin anew");
    }
  }

  /** Tells whether a file of this name is this checkpoint's. */
  static boolean isOwn(String name) {
    return OWN_FILES.matcher(name).matches();
  }

  /** Returns the place of a file of this checkpoint; its name begins with {@code part-}. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /** Deletes the files of this checkpoint that nobody needs: left behind, or used up. */
  public void keepOnly(List<String> names) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (isOwn(name) && !names.contains(name)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  /** Returns what the journal says of one kind, in the order in which it was added. */
  public <E> List<E> entries(String kind, Class<E> type) {
    try {
      return journal.entries(kind, type);
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  /**
   * Adds to the journal; it is on the disk when this returns.
   *
   * @param entry a record, whose fields hold neither keys nor values of rows
   */
  public void add(String kind, Object entry) {
    try {
      journal.add(kind, entry);
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  /** Returns the end of the job, where it has come to it before. */
  Optional<FinishedJob> finished() {
    return entries(FINISHED, FinishedJob.class).stream().findFirst();
  }

  /** Notes that the job has come to its end. */
  void finish(TransferReport report) {
    finish(FinishedJob.of(report));
  }

  /** Notes that the job has come to its end, as it is noted elsewhere in the journal. */
  void finish(FinishedJob job) {
    add(FINISHED, job);
  }

  private static TransferException inUse(Path directory) {
    return TransferException.of(
        ErrorCode.CHECKPOINT_UNUSABLE,
        "The checkpoint " + directory + " is in use by another job",
        "Wait for its end, or name another CHECKPOINT");
  }

  /** Returns what is thrown when its files cannot be used. */
  TransferException unusable(IOException cause) {
    return unusable(directory, cause);
  }

  private static TransferException unusable(Path directory, IOException cause) {
    return TransferException.of(
            ErrorCode.CHECKPOINT_UNUSABLE,
            "The checkpoint " + directory + " cannot be used: " + cause.getMessage(),
            "Check the disk and the permissions; delete the directory to begin anew, or name"
                + " another with CHECKPOINT")
        .causedBy(cause);
  }

  /** Releases it for other jobs; what it holds stays. */
  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }
}
