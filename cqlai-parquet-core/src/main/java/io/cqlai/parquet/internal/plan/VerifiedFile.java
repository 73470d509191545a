package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.dataset.DataFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.storage.NamedInput;
import java.util.Optional;

/**
 * A file that is verified: the one that was named, or one of a directory.
 *
 * @param file the file
 * @param parquet the file, where it is of Parquet
 * @param exported its rows, where it carries their digest
 * @param listed what a manifest says of it, where there is one
 */
public record VerifiedFile(
    NamedInput file,
    Optional<ParquetSource> parquet,
    Optional<ExportedRows> exported,
    Optional<DataFile> listed) {}
