/**
 * The doors of the library: export a table or a query, load files back, capture results, run a
 * statement.
 *
 * <p>Each door is opened on the caller's own session, which is never closed here; each step returns
 * a new immutable object; the verb comes last.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet;

import javax.annotation.ParametersAreNonnullByDefault;
