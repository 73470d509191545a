package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.checkpoint.CheckpointPlan;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import java.util.Optional;

/**
 * The checkpoint of an export.
 *
 * @param plan where it is
 * @param format how the parts are written that it keeps
 * @param partBytes at how many encoded bytes a part takes no further token range
 * @param targetBytes the size of what stands at the target; empty where that is nothing complete
 * @param targetIdentity what tells the complete directory that stands there from all others; empty
 *     where none does
 */
public record ExportCheckpoint(
    CheckpointPlan plan,
    ParquetFormat format,
    long partBytes,
    Optional<Long> targetBytes,
    Optional<String> targetIdentity) {}
