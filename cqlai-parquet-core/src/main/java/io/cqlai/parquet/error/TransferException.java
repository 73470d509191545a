package io.cqlai.parquet.error;

import io.cqlai.parquet.report.TransferReport;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * The one exception that a transfer ends in. Its message says what went wrong, why, and how to mend
 * it; programs look at {@link #code()}.
 */
public class TransferException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String remedy;
  private final transient Place place;
  private final boolean retryable;
  private final boolean outcomeUnknown;
  @Nullable private final transient TransferReport report;

  /**
   * Makes an exception from its parts; see {@link #of(ErrorCode, String, String)} for the short
   * way.
   *
   * @param remedy the part of the message that says what the caller can do about it; may be empty
   * @param retryable whether the same call may succeed later with nothing changed
   * @param outcomeUnknown whether a write was sent of which nobody knows whether it was applied
   */
  protected TransferException(
      ErrorCode code,
      String message,
      String remedy,
      Place place,
      boolean retryable,
      boolean outcomeUnknown,
      @Nullable TransferReport report,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.remedy = remedy;
    this.place = place;
    this.retryable = retryable;
    this.outcomeUnknown = outcomeUnknown;
    this.report = report;
  }

  /**
   * Makes an exception.
   *
   * @param problem what went wrong and why, with the names and values at fault; no full stop
   * @param remedy what the caller can do about it, as a sentence without its full stop
   */
  public static TransferException of(ErrorCode code, String problem, String remedy) {
    String message = problem + (remedy.isEmpty() ? "" : ". " + remedy);
    return new TransferException(code, message, remedy, Place.NOWHERE, false, false, null, null);
  }

  /** Returns this exception with the place put before its message. */
  public TransferException at(Place where) {
    String bare = getMessage().substring(place.prefix().length());
    return copy(where.prefix() + bare, where, retryable, outcomeUnknown, report, getCause());
  }

  /** Returns this exception with what caused it; the cause's own message is not repeated. */
  public TransferException causedBy(Throwable cause) {
    return copy(getMessage(), place, retryable, outcomeUnknown, report, cause);
  }

  /**
   * Returns this exception with one more thing that the caller should know.
   *
   * @param sentence without its full stop
   */
  public TransferException adding(String sentence) {
    String message = getMessage() + ". " + sentence;
    return copy(message, place, retryable, outcomeUnknown, report, getCause());
  }

  /**
   * Returns this exception with another remedy, for callers who cannot follow the one that it has.
   *
   * @param other as a sentence without its full stop
   */
  public TransferException withRemedy(String other) {
    String message = getMessage();
    int begin = message.lastIndexOf(remedy);
    String mended =
        remedy.isEmpty() || begin < 0
            ? message + ". " + other
            : message.substring(0, begin) + other + message.substring(begin + remedy.length());
    TransferException copy =
        new TransferException(
            code, mended, other, place(), retryable, outcomeUnknown, report, getCause());
    return copy.withTraceOf(this);
  }

  /** Returns this exception, marked as one that may pass when the same call is made again. */
  public TransferException thatMayPass() {
    return copy(getMessage(), place, true, outcomeUnknown, report, getCause());
  }

  /** Returns this exception, marked as one after which a write may or may not have been applied. */
  public TransferException withUnknownOutcome() {
    return copy(getMessage(), place, retryable, true, report, getCause());
  }

  /** Returns this exception with the report of what was done so far. */
  public TransferException with(TransferReport done) {
    return copy(getMessage(), place, retryable, outcomeUnknown, done, getCause());
  }

  private TransferException copy(
      String message,
      Place where,
      boolean mayPass,
      boolean unknown,
      @Nullable TransferReport done,
      @Nullable Throwable cause) {
    TransferException copy =
        new TransferException(code, message, remedy, where, mayPass, unknown, done, cause);
    return copy.withTraceOf(this);
  }

  private TransferException withTraceOf(TransferException other) {
    setStackTrace(other.getStackTrace());
    for (Throwable suppressed : other.getSuppressed()) {
      addSuppressed(suppressed);
    }
    return this;
  }

  /** Returns the place, where it is known, the problem, the cause and the remedy; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage(), "message");
  }

  /** Returns the stable code. */
  public ErrorCode code() {
    return code;
  }

  /** Returns what the caller can do about it, as a part of the message; may be empty. */
  public String remedy() {
    return remedy;
  }

  /** Returns where it happened; parts that are not known are null. */
  public Place place() {
    return place == null ? Place.NOWHERE : place;
  }

  /** Tells whether the same call may succeed later with nothing changed. */
  public boolean retryable() {
    return retryable;
  }

  /** Tells whether a write was sent of which nobody knows whether it was applied. */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }

  /** Returns what was done before it failed; empty when nothing had been started. */
  public Optional<TransferReport> report() {
    return Optional.ofNullable(report);
  }
}
