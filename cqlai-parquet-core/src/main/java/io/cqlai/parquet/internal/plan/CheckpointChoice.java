package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.checkpoint.CheckpointPlan;
import io.cqlai.parquet.internal.checkpoint.JobIdentity;
import io.cqlai.parquet.internal.storage.Storages;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a job keeps a checkpoint, where, and what makes it the same job when it goes on. */
final class CheckpointChoice {

  /** Options that change how a job runs, and not what it makes. */
  private static final Set<CopyOption> OF_THE_RUN =
      Set.of(
          CopyOption.RESUME,
          CopyOption.CHECKPOINT,
          CopyOption.RATE,
          CopyOption.CONCURRENCY,
          CopyOption.WRITERS,
          CopyOption.PAGESIZE,
          CopyOption.REQUEST_TIMEOUT,
          CopyOption.EXECUTION_PROFILE,
          CopyOption.IF_EXISTS,
          CopyOption.MAXERRORS,
          CopyOption.ERRFILE);

  private CheckpointChoice() {}

  /** Tells whether the job keeps a checkpoint. */
  static boolean isMade(OptionSet options) {
    return resumes(options) || options.has(CopyOption.CHECKPOINT);
  }

  private static boolean resumes(OptionSet options) {
    return options.text(CopyOption.RESUME).map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * Returns the checkpoint that the options ask for.
   *
   * @param byDefault where it is when they do not say; empty where no place offers itself
   * @param identity what the job is, beside its options
   * @throws TransferException when it has no place
   */
  static Optional<CheckpointPlan> of(
      OptionSet options, Storages storages, Optional<Path> byDefault, JobIdentity identity) {
    if (!isMade(options)) {
      return Optional.empty();
    }
    Path directory =
        options
            .text(CopyOption.CHECKPOINT)
            .map(storages::directory)
            .or(() -> byDefault)
            .orElseThrow(CheckpointChoice::noPlace);
    JobIdentity whole = identity;
    for (Map.Entry<CopyOption, Object> option : options.asMap().entrySet()) {
      if (!OF_THE_RUN.contains(option.getKey())) {
        whole = whole.with(option.getKey().name(), option.getValue());
      }
    }
    return Optional.of(new CheckpointPlan(directory, whole, resumes(options)));
  }

  private static TransferException noPlace() {
    return TransferException.of(
        ErrorCode.BAD_OPTION,
        "RESUME has no place for its checkpoint, because the file is not a local path",
        "Name a local directory with CHECKPOINT");
  }
}
