/** The files that an export makes and an import finds: one, or a directory with a manifest. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.dataset;

import javax.annotation.ParametersAreNonnullByDefault;
