package io.cqlai.parquet.internal.parquet.page;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;

/**
 * Something in a Parquet file that ends the reading of it. Thrown where neither file, row group nor
 * column is known; who knows them makes a {@link TransferException} of it.
 */
public final class FileFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String DAMAGED =
      "The file is damaged or was not written completely: write it again from its source";

  private final ErrorCode code;
  private final String detail;
  private final String remedy;

  /**
   * Makes a fault.
   *
   * @param detail what is wrong, as a phrase that can follow a colon
   * @param remedy what the caller can do, as a sentence without its full stop
   */
  public FileFault(ErrorCode code, String detail, String remedy) {
    super(detail);
    this.code = code;
    this.detail = detail;
    this.remedy = remedy;
  }

  /** Returns a fault of a file that contradicts itself. */
  public static FileFault corrupt(String detail) {
    return new FileFault(ErrorCode.CORRUPT_FILE, detail, DAMAGED);
  }

  /** Returns a fault for whatever a decoder stumbled over. */
  public static FileFault of(Throwable cause) {
    if (cause instanceof FileFault fault) {
      return fault;
    }
    String text = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    FileFault fault = corrupt(text == null ? name : name + ": " + text);
    fault.initCause(cause);
    return fault;
  }

  /** Returns what the caller can do. */
  public String remedy() {
    return remedy;
  }

  /** Returns the code that callers see. */
  public ErrorCode code() {
    return code;
  }

  /**
   * Returns the exception for callers.
   *
   * @param what what could not be read, as a beginning that a colon can follow
   */
  public TransferException at(String what, Place place) {
    return TransferException.of(code, what + ": " + detail, remedy).at(place).causedBy(this);
  }
}
