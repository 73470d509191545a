/** Where files stand: local paths, dispatch by scheme, staging and publishing. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.storage;

import javax.annotation.ParametersAreNonnullByDefault;
