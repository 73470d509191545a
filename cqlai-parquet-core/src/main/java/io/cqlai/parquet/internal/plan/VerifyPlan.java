package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.storage.NamedInput;
import java.util.List;
import java.util.Optional;

/**
 * A verification that is checked and complete: no row has been read yet.
 *
 * @param file the file
 * @param parquet the file, where it is of Parquet
 * @param exported the rows of a file that carries their digest
 * @param comparison what it is compared with, if anything
 * @param consistency the consistency level of requests
 * @param warnings what a caller should know
 */
public record VerifyPlan(
    NamedInput file,
    Optional<ParquetSource> parquet,
    Optional<ExportedRows> exported,
    Optional<Comparison> comparison,
    String consistency,
    List<String> warnings) {}
