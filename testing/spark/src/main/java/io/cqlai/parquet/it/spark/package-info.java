/** Reads Parquet files by Spark, in a JVM of its own, and writes down what it found. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.spark;

import javax.annotation.ParametersAreNonnullByDefault;
