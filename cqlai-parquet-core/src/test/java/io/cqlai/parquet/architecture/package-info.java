/** The laws of ARCHITECTURE.md and the style of CONTRIBUTING.md, as tests. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.architecture;

import javax.annotation.ParametersAreNonnullByDefault;
