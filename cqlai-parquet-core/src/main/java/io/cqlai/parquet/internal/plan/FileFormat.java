package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Format;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which format a file has, by the FORMAT option or by its name. */
final class FileFormat {

  private static final Map<String, Format> BY_ENDING =
      Map.of(
          ".parquet",
          Format.PARQUET,
          ".csv",
          Format.CSV,
          ".json",
          Format.JSON,
          ".jsonl",
          Format.JSON,
          ".ndjson",
          Format.JSON);

  private FileFormat() {}

  /**
   * Refuses a target without a name.
   *
   * @throws TransferException TARGET_UNUSABLE
   */
  static void requireName(String place) {
    if (place.isBlank()) {
      throw TransferException.of(
          ErrorCode.TARGET_UNUSABLE, "The path is empty", "Name a file, such as 'users.parquet'");
    }
  }

  /**
   * Refuses a target of a capture that is named as a directory.
   *
   * @throws TransferException for that, and for an empty name
   */
  static void refuseDirectory(String place) {
    requireName(place);
    if (place.endsWith("/")) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "'" + place + "' names a directory, and a capture is one file",
          "Name a file inside it, such as '" + place + "part.parquet'");
    }
  }

  /**
   * Returns the format of a file to write.
   *
   * @throws TransferException when neither its name nor FORMAT tells, and when an option does not
   *     apply to it
   */
  static Format ofTarget(String place, OptionSet options) {
    Optional<Format> told = given(options).or(() -> byName(place));
    return checked(
        told.orElseThrow(
            () ->
                TransferException.of(
                    ErrorCode.BAD_OPTION,
                    "The name '" + place + "' does not tell a format, and FORMAT is not given",
                    "Say FORMAT='PARQUET' or another, or name the file with .parquet, .csv or"
                        + " .json")),
        options);
  }

  /**
   * Returns the format of a file to read, Parquet where nothing tells.
   *
   * @throws TransferException when an option does not apply to it
   */
  static Format ofSource(String name, OptionSet options) {
    return checked(given(options).or(() -> byName(name)).orElse(Format.PARQUET), options);
  }

  /** Returns the format of what has no name, Parquet without FORMAT. */
  static Format ofUnnamed(OptionSet options) {
    return checked(given(options).orElse(Format.PARQUET), options);
  }

  /**
   * Refuses an ERRFILE that is named as another format than it has.
   *
   * @param of what it is the ERRFILE of
   * @throws TransferException BAD_OPTION
   */
  static void checkErrorFile(String place, Format format, String of) {
    Format named = byName(place).orElse(format);
    if (named != format) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "ERRFILE '" + place + "' is named as " + named + ", and that of " + of + " is " + format,
          "Name it with ." + format.name().toLowerCase(Locale.ROOT) + ", or without an ending");
    }
  }

  private static Optional<Format> given(OptionSet options) {
    return options.text(CopyOption.FORMAT).map(Format::valueOf);
  }

  private static Optional<Format> byName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return BY_ENDING.keySet().stream().filter(lower::endsWith).findFirst().map(BY_ENDING::get);
  }

  private static Format checked(Format format, OptionSet options) {
    for (CopyOption option : options.asMap().keySet()) {
      if (!option.formats().contains(format.name())) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION,
            option
                + " does not apply to "
                + format
                + ": it is an option of "
                + String.join(" and ", option.formats()),
            "Leave it out, or say with FORMAT what the file is");
      }
    }
    return format;
  }
}
