package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.TransferException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be done about the failure of a verification. The stages that it shares with exports and
 * imports name options of COPY, or its list of columns, and a verification has neither.
 */
final class VerifyRemedies {

  private static final Set<String> OPTIONS =
      Arrays.stream(CopyOption.values()).map(CopyOption::name).collect(Collectors.toSet());

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z_]+");

  private VerifyRemedies() {}

  /** Returns a failure with a remedy that can be followed. */
  static TransferException of(TransferException failure) {
    return switch (failure.code()) {
      case NO_SUCH_COLUMN ->
          failure.withRemedy(
              "A verification takes each field for the column of its name: compare the file with a"
                  + " table that has columns of these names");
      case TYPE_MISMATCH ->
          failure.withRemedy(
              "Compare the file with a table of types that its own can become"
                  + " (docs/conversions.md)");
      case CANCELLED, SCHEMA_CHANGED -> failure.withRemedy("Run it again"); // it publishes nothing
      default -> namesOption(failure.remedy()) ? withoutOptions(failure) : failure;
    };
  }

  private static boolean namesOption(String remedy) {
    String words = remedy.replaceAll("'[^']*'", ""); // a file may be called TYPES.csv
    return BETWEEN_WORDS.splitAsStream(words).anyMatch(OPTIONS::contains);
  }

  private static TransferException withoutOptions(TransferException failure) {
    return failure.withRemedy(
        switch (failure.code()) {
          case CORRUPT_FILE, UNSUPPORTED_FILE ->
              "Correct the file; text is verified as COPY TO writes it without options: in UTF-8,"
                  + " CSV with a header, commas and double quotes";
          case OUT_OF_MEMORY ->
              "Look whether the file is what it should be, or give the JVM a larger heap (-Xmx)";
          case SERVER_TIMEOUT, SERVER_UNAVAILABLE ->
              "Look after the cluster and run it again; a program can set requestTimeout,"
                  + " concurrency and consistency of its Verifier";
          default -> "Look after what is named, and run it again";
        });
  }
}
