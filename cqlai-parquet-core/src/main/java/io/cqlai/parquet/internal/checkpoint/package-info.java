/** What a job has done so far, kept on disk so that another run can go on from there. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.internal.checkpoint;

import javax.annotation.ParametersAreNonnullByDefault;
