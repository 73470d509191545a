package io.cqlai.parquet.internal.checkpoint;

import java.nio.file.Path;

/**
 * Where a job keeps what it has done, and whether it goes on from what is there.
 *
 * @param directory the checkpoint, a directory of the job's own; it need not exist yet
 * @param identity what the job is
 * @param resumes whether the job goes on; without it a checkpoint that is there is begun anew
 */
public record CheckpointPlan(Path directory, JobIdentity identity, boolean resumes) {}
