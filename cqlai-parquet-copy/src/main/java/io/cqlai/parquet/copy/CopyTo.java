package io.cqlai.parquet.copy;

/**
 * {@code COPY … TO 'target'}: rows of a table or of a query go to a file.
 *
 * @param source where the rows come from
 * @param target a path or a URI as it was written, never empty; {@code ~} is not yet expanded
 * @param options what stands after WITH
 */
public record CopyTo(CopySource source, String target, Options options) implements CopyStatement {}
