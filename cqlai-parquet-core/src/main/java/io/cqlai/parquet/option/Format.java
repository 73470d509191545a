package io.cqlai.parquet.option;

/** The format of files. Without it, a file's name tells. */
public enum Format {
  /** Apache Parquet; names that end in {@code .parquet}. */
  PARQUET,
  /** Records of fields, as text; names that end in {@code .csv}. */
  CSV,
  /** JSON lines; names that end in {@code .json}, {@code .jsonl} or {@code .ndjson}. */
  JSON
}
