/**
 * The parser of the statements that move tables and results to files, and back: text becomes a
 * checked {@link io.cqlai.parquet.copy.Statement}, or a {@link
 * io.cqlai.parquet.copy.StatementException} that names the place and the remedy.
 *
 * <p>{@link io.cqlai.parquet.copy.Statements} is the way in. Nothing here opens a file or talks to
 * a server, and nothing but the JDK is needed.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.copy;

import javax.annotation.ParametersAreNonnullByDefault;
