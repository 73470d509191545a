package io.cqlai.parquet.copy;

import javax.annotation.Nullable;

/** Why an option cannot have a value; the reader of options adds name, value and place. */
final class RefusedValue extends Exception {

  private static final long serialVersionUID = 1L;

  private final StatementCode code;
  private final String reason;
  @Nullable private final String hint;

  private RefusedValue(StatementCode code, String reason, @Nullable String hint) {
    super(reason, null, false, false);
    this.code = code;
    this.reason = reason;
    this.hint = hint;
  }

  /** The value is none of those that the option takes. */
  static RefusedValue wrong(@Nullable String hint) {
    return new RefusedValue(StatementCode.OPTION_VALUE, "", hint);
  }

  /** The value is known elsewhere, and the reason says why not here. */
  static RefusedValue known(StatementCode code, String reason) {
    return new RefusedValue(code, reason, null);
  }

  StatementCode code() {
    return code;
  }

  /** Half a sentence that follows the value, or empty where the expected values say it all. */
  String reason() {
    return reason;
  }

  @Nullable
  String hint() {
    return hint;
  }
}
