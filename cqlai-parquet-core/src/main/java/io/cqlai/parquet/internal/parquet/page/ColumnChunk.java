package io.cqlai.parquet.internal.parquet.page;

import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Where a column chunk lies and what it holds, as the footer says and after the footer was checked.
 *
 * @param path the names of the column from the root of the schema
 * @param fixedLength the length of each value of a FIXED_LEN_BYTE_ARRAY, in bytes
 * @param maxRepetition the highest repetition level
 * @param maxDefinition the highest definition level: that of a value
 * @param offset the position of its first page in the file
 * @param length its size in the file, in bytes
 * @param values how many values it has, nulls included
 */
public record ColumnChunk(
    List<String> path,
    PrimitiveTypeName type,
    int fixedLength,
    int maxRepetition,
    int maxDefinition,
    CompressionCodecName codec,
    long offset,
    long length,
    long values) {}
