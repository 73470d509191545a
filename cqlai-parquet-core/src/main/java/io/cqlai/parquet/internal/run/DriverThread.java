package io.cqlai.parquet.internal.run;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;

/** Guards against waiting on a thread that has to deliver what is waited for. */
public final class DriverThread {

  private DriverThread() {}

  /**
   * Refuses to go on when this is one of the session's own threads.
   *
   * @throws TransferException with BAD_CALL
   */
  public static void refuse(CqlSession session) {
    String thread = Thread.currentThread().getName();
    if (thread.startsWith(session.getName() + "-io-")
        || thread.startsWith(session.getName() + "-admin-")) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          "This is "
              + thread
              + ", one of the driver's own threads, and waiting here would wait for"
              + " ever",
          "Use start() here, or move the call to a thread of your own");
    }
  }
}
