package io.cqlai.parquet;

import io.cqlai.parquet.copy.CaptureMode;
import io.cqlai.parquet.copy.CaptureOff;
import io.cqlai.parquet.copy.CaptureStart;
import io.cqlai.parquet.copy.CaptureStatement;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The capture that a runner's CAPTURE statements begin and end. */
final class StatementCaptures {

  private final StatementDoors doors;
  private final AtomicReference<On> on = new AtomicReference<>();

  /** A capture that is on. */
  private record On(CaptureSession capture, boolean silent) {}

  StatementCaptures(StatementDoors doors) {
    this.doors = doors;
  }

  boolean isOn() {
    return on.get() != null;
  }

  StatementResult run(CaptureStatement statement) {
    if (statement instanceof CaptureStart start) {
      return start(start);
    }
    if (statement instanceof CaptureOff) {
      return end();
    }
    return new StatementResult.CaptureState(
        Optional.ofNullable(on.get()).map(now -> now.capture.report()));
  }

  /** Runs a SELECT while a capture is on. */
  StatementResult select(String cql) {
    On now = current();
    if (now.silent) {
      return new StatementResult.Captured(now.capture.query(cql), now.capture.report());
    }
    return new StatementResult.Rows(now.capture.tee(cql));
  }

  void cancel() {
    On now = on.get();
    if (now != null) {
      now.capture.cancel();
    }
  }

  void close() {
    On last = on.get();
    if (last != null) {
      last.capture.cancelAndWait();
      last.capture.close(); // which throws where it is kept
      on.set(null);
    }
  }

  private StatementResult start(CaptureStart start) {
    On now = on.get();
    if (now != null) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          "Results are being captured to " + now.capture.report().target() + " already",
          "Say CAPTURE OFF first");
    }
    boolean silent = start.modes().contains(CaptureMode.SILENT);
    CaptureSession capture = doors.capture(start).open();
    on.set(new On(capture, silent));
    return new StatementResult.CaptureStarted(capture.report(), silent);
  }

  /** Where publishing fails the capture stays on, so that it can be ended again. */
  private StatementResult end() {
    On now = current();
    StatementResult result = new StatementResult.CaptureEnded(now.capture.publish());
    on.set(null);
    return result;
  }

  private On current() {
    On now = on.get();
    if (now == null) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          "Nothing is being captured",
          "Begin with CAPTURE and a path, such as CAPTURE 'results.parquet'");
    }
    return now;
  }
}
