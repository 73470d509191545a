package io.cqlai.parquet.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Help for the terminal, made from the options that the parser knows. */
final class HelpText {

  private static final String TO =
      """
      COPY [keyspace.]table [(column, …)] TO 'path' | STDOUT [WITH option = value AND …] [WHERE …]
      COPY (SELECT …) TO 'path' | STDOUT [WITH option = value AND …]
      """;
  private static final String FROM =
      """
      COPY [keyspace.]table [(column [= field], …)] FROM 'path', … | STDIN [WITH option = value AND …]
      """;
  private static final String CAPTURE =
      """
      CAPTURE [APPEND] [SILENT] 'path' [WITH] [option = value …]   results of SELECTs go to a file
      CAPTURE OFF                                                  the file appears
      CAPTURE                                                      tells what is captured
      """;
  private static final String VERIFY =
      """
      VERIFY 'path'                             reads a file and checks it against its own digest
      VERIFY 'path' AGAINST [keyspace.]table    compares its rows with those of a table
      VERIFY 'path' WITHIN [keyspace.]table     the same; the table may have other rows, too
      """;
  private static final String EXPLAIN = "EXPLAIN COPY …   prints the plan and moves nothing\n";

  private HelpText() {}

  static String of(String topic) {
    String wanted = topic.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    return switch (wanted) {
      case "", "HELP" -> TO + FROM + EXPLAIN + VERIFY + CAPTURE + topics();
      case "COPY" -> TO + FROM + options(List.of(CopyOption.values()));
      case "COPY TO" -> TO + options(optionsOf(Direction.TO));
      case "COPY FROM" -> FROM + options(optionsOf(Direction.FROM));
      case "CAPTURE" -> CAPTURE + options(optionsOf(Direction.CAPTURE));
      case "EXPLAIN", "EXPLAIN COPY" -> EXPLAIN;
      case "VERIFY" -> VERIFY;
      case "OPTIONS" -> options(List.of(CopyOption.values()));
      default -> option(wanted);
    };
  }

  private static String topics() {
    return "Help is there for COPY TO, COPY FROM, EXPLAIN, VERIFY, CAPTURE, OPTIONS and each"
        + " option's name.\n";
  }

  private static List<CopyOption> optionsOf(Direction direction) {
    return Arrays.stream(CopyOption.values())
        .filter(option -> option.directions().contains(direction))
        .toList();
  }

  private static String options(List<CopyOption> options) {
    StringBuilder text = new StringBuilder();
    for (CopyOption option : options) {
      text.append(String.format(Locale.ROOT, "  %-18s %s%n", option.name(), option.help()));
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String option(String name) {
    Optional<CopyOption> option = CopyOption.named(name);
    if (option.isPresent()) {
      return describe(option.get());
    }
    Optional<RefusedOption> refused = RefusedOption.named(name);
    if (refused.isPresent()) {
      return name + " " + refused.get().reason() + "; " + refused.get().remedy() + "\n";
    }
    List<String> names = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      names.addAll(CopyOption.namesFor(direction));
    }
    String question = NearestName.question(name, names);
    return "There is no help for "
        + name
        + (question == null ? ".\n" : "; " + question + "\n")
        + topics();
  }

  private static String describe(CopyOption option) {
    StringBuilder text = new StringBuilder(option.name() + ": " + option.help() + "\n");
    text.append("  value:   ").append(option.valueText()).append('\n');
    text.append("  default: ").append(option.defaultText()).append('\n');
    text.append("  for:     ")
        .append(String.join(", ", option.directions().stream().map(Direction::toString).toList()))
        .append('\n');
    if (!option.aliases().isEmpty()) {
      text.append("  also:    ").append(String.join(", ", option.aliases())).append('\n');
    }
    return text.toString();
  }
}
