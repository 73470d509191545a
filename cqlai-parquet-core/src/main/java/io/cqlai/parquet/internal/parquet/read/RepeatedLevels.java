package io.cqlai.parquet.internal.parquet.read;

/**
 * The levels that tell the states of a list or a map apart.
 *
 * @param present the definition level from which on it is there, maybe empty
 * @param occurs the definition level from which on it has an element
 * @param outer the repetition level of the repeated group around it
 * @param repeats the repetition level of each element but the first
 */
record RepeatedLevels(int present, int occurs, int outer, int repeats) {}
