package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.spi.RowSource;

/**
 * The rows of a file that carries their digest.
 *
 * @param source the file, its fields matched to the columns that were exported
 * @param digests how the digest is made again
 * @param exported the digest that the file carries
 */
public record ExportedRows(RowSource source, RowDigests digests, FileDigest exported) {}
