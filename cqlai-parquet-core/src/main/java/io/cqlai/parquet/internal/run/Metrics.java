package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.RequestFailure;
import io.cqlai.parquet.progress.RequestKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a job's listener of metrics; what the listener throws does not reach the job. */
final class Metrics implements MetricsListener {

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final String job;
  private final MetricsListener listener;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * Makes what tells a listener.
   *
   * @param job the job's name
   */
  Metrics(String job, MetricsListener listener) {
    this.job = job;
    this.listener = listener;
  }

  @Override
  public void requestSucceeded(RequestKind kind, Duration latency) {
    tell(() -> listener.requestSucceeded(kind, latency));
  }

  @Override
  public void requestFailed(RequestKind kind, RequestFailure failure, Duration latency) {
    tell(() -> listener.requestFailed(kind, failure, latency));
  }

  @Override
  public void requestRepeated(RequestKind kind, RequestFailure failure) {
    tell(() -> listener.requestRepeated(kind, failure));
  }

  @Override
  public void rangeCut() {
    tell(listener::rangeCut);
  }

  @Override
  public void rowsArrived(long rows, long bytes) {
    tell(() -> listener.rowsArrived(rows, bytes));
  }

  @Override
  public void rowsRejected(long rows) {
    tell(() -> listener.rowsRejected(rows));
  }

  private void tell(Runnable event) {
    try {
      event.run();
    } catch (Throwable e) { // an Error of the listener, too, would leave a transfer waiting
      if (failed.compareAndSet(false, true)) {
        LOG.warn("[{}] a metrics listener failed; the transfer goes on", job, e);
      }
    }
  }
}
