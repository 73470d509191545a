package io.cqlai.parquet.internal.dataset;

/**
 * A file of a directory, as its manifest has it.
 *
 * @param name its name in the directory
 * @param rows how many rows it holds
 * @param bytes its size
 * @param crc32c the checksum of its bytes, CRC32C in eight hexadecimal digits
 */
public record DataFile(String name, long rows, long bytes, String crc32c) {}
