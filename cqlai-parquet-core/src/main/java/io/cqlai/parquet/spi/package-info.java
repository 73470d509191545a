/** What an extension implements: storages and formats. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.spi;

import javax.annotation.ParametersAreNonnullByDefault;
