package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.Locale;

/** Which format a file has, by the FORMAT option or by its name. */
final class FileFormat {

  private static final String PARQUET = ".parquet";

  private FileFormat() {}

  /**
   * Refuses a target that is named as a directory.
   *
   * @throws TransferException for that, and for an empty name
   */
  static void refuseDirectory(String place) {
    if (place.isBlank()) {
      throw TransferException.of(
          ErrorCode.TARGET_UNUSABLE, "The path is empty", "Name a file, such as 'users.parquet'");
    }
    if (place.endsWith("/")) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "'" + place + "' names a directory, and this version writes single files only",
          "Name a file inside it, such as '" + place + "part.parquet'");
    }
  }

  /**
   * Checks that the name or the option tells the format.
   *
   * @throws TransferException for another extension without FORMAT
   */
  static void check(String place, OptionSet options) {
    boolean byName = place.toLowerCase(Locale.ROOT).endsWith(PARQUET);
    if (!byName && !options.has(CopyOption.FORMAT)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "The name '" + place + "' does not end in .parquet, and FORMAT is not given",
          "Say FORMAT='PARQUET', or name the file with .parquet");
    }
  }
}
