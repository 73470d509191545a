package io.cqlai.parquet.copy;

import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** Refuses options that contradict each other or their statement. */
final class OptionConflicts {

  private final TokenReader reader;
  private final Options options;

  private OptionConflicts(TokenReader reader, Options options) {
    this.reader = reader;
    this.options = options;
  }

  /** Checks the options of a COPY TO. */
  static void checkTo(
      TokenReader reader, Options options, CopySource source, Optional<String> target) {
    OptionConflicts conflicts = new OptionConflicts(reader, options);
    if (target.isEmpty()) {
      conflicts.stream(
          "written to STDOUT", "a Parquet file ends with its index, so it needs a file: TO 'path'");
    }
    conflicts.format();
    conflicts.level();
    conflicts.tokens(source);
  }

  /** Checks the options of a CAPTURE. */
  static void checkCapture(TokenReader reader, Options options) {
    OptionConflicts conflicts = new OptionConflicts(reader, options);
    conflicts.format();
    conflicts.level();
  }

  /** Checks the options of a COPY FROM. */
  static void checkFrom(TokenReader reader, Options options, List<String> sources) {
    OptionConflicts conflicts = new OptionConflicts(reader, options);
    if (sources.isEmpty()) {
      conflicts.stream(
          "read from STDIN",
          "a Parquet file is read from its end, so it needs a file: FROM 'path'");
    }
    conflicts.format();
    Optional<String> mode = options.text(CopyOption.MODE);
    boolean counter = mode.equals(Optional.of("COUNTER"));
    if (options.number(CopyOption.TIMESTAMP).isPresent()
        && mode.isPresent()
        && !mode.equals(Optional.of("UPSERT"))) {
      throw conflicts.clash(
          CopyOption.TIMESTAMP,
          "MODE=" + mode.get() + ", which takes its write times from the server");
    }
    if (counter && options.has(CopyOption.TTL)) {
      throw conflicts.clash(CopyOption.TTL, "MODE=COUNTER, which cannot expire what it adds to");
    }
    if (counter && options.text(CopyOption.NULLS).equals(Optional.of("DELETE"))) {
      throw conflicts.clash(CopyOption.NULLS, "MODE=COUNTER, which adds and deletes nothing");
    }
  }

  /** Where FORMAT is left out, the file's name tells, and who plans the copy looks at this. */
  private void format() {
    String format = options.text(CopyOption.FORMAT).orElse(null);
    for (CopyOption option : options.asMap().keySet()) {
      if (format != null && !option.formats().contains(format)) {
        throw refuse(
            option,
            StatementCode.OPTION_NOT_APPLICABLE,
            option + " does not apply to FORMAT=" + format,
            "leave it out");
      }
    }
  }

  private void stream(String does, String remedy) {
    if (options.text(CopyOption.FORMAT).equals(Optional.of("PARQUET"))) {
      throw refuse(
          CopyOption.FORMAT, StatementCode.OPTION_CONFLICT, "Parquet cannot be " + does, remedy);
    }
  }

  private void level() {
    if (!options.has(CopyOption.COMPRESSION_LEVEL)) {
      return;
    }
    String codec = options.text(CopyOption.COMPRESSION).orElse(null);
    if (!"ZSTD".equals(codec) && !"GZIP".equals(codec)) {
      throw refuse(
          CopyOption.COMPRESSION_LEVEL,
          StatementCode.OPTION_CONFLICT,
          codec == null
              ? "COMPRESSION_LEVEL needs a COMPRESSION that has levels"
              : "COMPRESSION_LEVEL contradicts COMPRESSION=" + codec + ", which has no levels",
          "give COMPRESSION='ZSTD' or 'GZIP' with it, or leave the level out");
    }
    long level = options.number(CopyOption.COMPRESSION_LEVEL).orElseThrow();
    boolean zstd = "ZSTD".equals(codec);
    if (zstd ? level < 1 : level > 9) {
      throw refuse(
          CopyOption.COMPRESSION_LEVEL,
          StatementCode.OPTION_VALUE,
          "COMPRESSION_LEVEL cannot be " + level + " with COMPRESSION=" + codec,
          "the levels of " + codec + " are " + (zstd ? "1 to 22" : "0 to 9"));
    }
  }

  private void tokens(CopySource source) {
    for (CopyOption bound : new CopyOption[] {CopyOption.BEGINTOKEN, CopyOption.ENDTOKEN}) {
      if (options.has(bound) && source instanceof CopySource.Query) {
        throw refuse(
            bound,
            StatementCode.OPTION_NOT_APPLICABLE,
            bound + " applies to a table, and a query runs as it is",
            "write the bound into the query, with token()");
      }
    }
    if (options.has(CopyOption.BEGINTOKEN)
        && options.has(CopyOption.ENDTOKEN)
        && options.number(CopyOption.BEGINTOKEN).orElseThrow()
            >= options.number(CopyOption.ENDTOKEN).orElseThrow()) {
      throw refuse(
          CopyOption.ENDTOKEN,
          StatementCode.OPTION_CONFLICT,
          "ENDTOKEN contradicts BEGINTOKEN: no token lies between them",
          "ENDTOKEN must be greater than BEGINTOKEN");
    }
  }

  private StatementException clash(CopyOption option, String reason) {
    return refuse(
        option,
        StatementCode.OPTION_CONFLICT,
        option + " contradicts " + reason,
        "leave one of them out");
  }

  private StatementException refuse(
      CopyOption option, StatementCode code, String problem, @Nullable String remedy) {
    Place place = options.find(option).orElseThrow().place();
    return reader.fail(place, code, problem, null, remedy);
  }
}
