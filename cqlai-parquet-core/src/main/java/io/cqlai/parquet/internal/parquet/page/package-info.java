/**
 * The bytes of a column chunk as levels and values: pages, their compression and encodings, with
 * every size checked before memory is taken for it.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.parquet.page;

import javax.annotation.ParametersAreNonnullByDefault;
