/** CQL's types as Parquet's: the schema, its forms, the footer's metadata, the codecs. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.parquet;

import javax.annotation.ParametersAreNonnullByDefault;
