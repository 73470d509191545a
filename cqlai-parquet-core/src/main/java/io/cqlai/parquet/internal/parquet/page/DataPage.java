package io.cqlai.parquet.internal.parquet.page;

/**
 * A data page that is ready to be read.
 *
 * @param values how many values it has, nulls included
 */
record DataPage(int values, Levels repetitions, Levels definitions, ValueDecoder decoder) {}
