/** What a transfer did: rows, bytes, files, losses and warnings. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.report;

import javax.annotation.ParametersAreNonnullByDefault;
