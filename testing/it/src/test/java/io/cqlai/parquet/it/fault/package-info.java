/**
 * What fails on purpose: requests, disks, sessions, nodes, processes, callers that change their
 * mind; and how jobs go on after it.
 */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.it.fault;

import javax.annotation.ParametersAreNonnullByDefault;
