package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.report.Loss;
import java.util.List;

/**
 * A part of an export that is on the disk, as the journal has it.
 *
 * @param file its name in the checkpoint; empty where it holds no row, and so has no file
 * @param spans the stretches of the ring whose rows it holds, all of them
 * @param rows how many rows it holds
 * @param bytes its size
 * @param losses what did not arrive whole
 */
record DonePart(String file, List<TokenSpan> spans, long rows, long bytes, List<Loss> losses) {}
