package io.cqlai.parquet.copy;

import java.util.Optional;

/**
 * {@code COPY … TO 'target'} or {@code TO STDOUT}: rows of a table or of a query go to a file.
 *
 * @param source where the rows come from
 * @param target a path or a URI as it was written, never blank; {@code ~} is not yet expanded.
 *     Empty for STDOUT, where the format is CSV unless the options say another
 * @param options what stands after WITH
 */
public record CopyTo(CopySource source, Optional<String> target, Options options)
    implements CopyStatement {}
