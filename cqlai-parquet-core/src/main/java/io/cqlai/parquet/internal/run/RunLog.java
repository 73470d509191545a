package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.report.TransferReport;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator reads in the log of a run: how it starts and how it ends, and no values. */
final class RunLog {

  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

  private RunLog() {}

  /**
   * Tells of a run that starts.
   *
   * @param parts how many token ranges it has, or row groups
   * @param concurrency the most requests in flight
   */
  static void starts(Job<?> job, long parts, int concurrency) {
    LOG.info("[{}] starts: {} parts, {} requests at once", job.name(), parts, concurrency);
  }

  /**
   * Tells of a run that ended, whatever the way.
   *
   * @param repeated how many requests were sent again
   */
  static void ended(Job<?> job, TransferReport report, long repeated) {
    LOG.info(
        "[{}] ended after {} ms: {} rows read, {} written, {} rejected, {} skipped, {} bytes;"
            + " {} requests sent again",
        job.name(),
        Duration.between(report.started(), report.ended()).toMillis(),
        report.rowsRead(),
        report.rowsWritten(),
        report.rowsRejected(),
        report.rowsSkipped(),
        report.bytes(),
        repeated);
  }
}
