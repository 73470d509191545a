package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.digest.FileDigest;
import java.util.List;
import java.util.Optional;

/**
 * A verification that is checked and complete: no row has been read yet.
 *
 * @param name the file or directory, by path or URI
 * @param files the file, or those of the directory
 * @param listed what the directory's manifest says of the digest of all rows
 * @param comparison what it is compared with, if anything
 * @param consistency the consistency level of requests
 * @param warnings what a caller should know
 */
public record VerifyPlan(
    String name,
    List<VerifiedFile> files,
    Optional<FileDigest> listed,
    Optional<Comparison> comparison,
    String consistency,
    List<String> warnings) {}
