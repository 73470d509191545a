package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Conversion;
import javax.annotation.Nullable;

/** Says why a field cannot become a column, where neither is named yet. */
final class NoConversion extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String NO_WAY =
      "Give the column a type that the file's can become (docs/conversions.md),"
          + " or name the columns to import and leave it out";

  private final transient Position at;
  private final String remedy;

  /**
   * Makes an exception for a field of the wrong shape.
   *
   * @param why what is wrong with it, as a clause
   * @param remedy what can be done, as a sentence without its full stop
   */
  NoConversion(Position at, String why, String remedy) {
    super(why);
    this.at = at;
    this.remedy = remedy;
  }

  /**
   * Returns an exception for two types that do not go together.
   *
   * @param needs the CONVERT under which they would, or null where there is none
   */
  static NoConversion ofTypes(Position at, @Nullable Conversion needs) {
    String why =
        at.isCell() ? "" : at.part() + ": " + TypeText.of(at.type()) + " to " + at.cql().toCql();
    return new NoConversion(
        at, why, needs == null ? NO_WAY : "CONVERT='" + needs + "' converts it");
  }

  /** Returns the exception for callers. */
  TransferException of(Target target, FileColumn field, Conversion allowed) {
    StringBuilder problem = new StringBuilder("Cannot convert the file's '");
    problem.append(field.name()).append("' (").append(field.type()).append(") to ");
    problem.append(target.column().type().toCql()).append(" for column ");
    problem.append(target.column().cqlName());
    if (allowed != Conversion.LENIENT) { // which is all that there is
      problem.append(" with CONVERT='").append(allowed).append("'");
    }
    if (!String.valueOf(getMessage()).isEmpty()) {
      problem.append("; ").append(getMessage());
    }
    return TransferException.of(ErrorCode.TYPE_MISMATCH, problem.toString(), remedy).causedBy(this);
  }

  /** Returns the part that cannot be converted. */
  Position position() {
    return at;
  }
}
