/** Child processes of tests: JVMs with a heap of their own, and Python with its packages. */
@ParametersAreNonnullByDefault
package io.cqlai.parquet.testkit.process;

import javax.annotation.ParametersAreNonnullByDefault;
