package io.cqlai.parquet.copy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The tables of docs/copy-reference.md, made from the code. */
final class ReferenceTables {

  private ReferenceTables() {}

  static String options() {
    return "| option | for | value | default | what it does |\n|---|---|---|---|---|\n"
        + Arrays.stream(CopyOption.values())
            .map(ReferenceTables::row)
            .collect(Collectors.joining("\n"));
  }

  private static String row(CopyOption option) {
    String directions =
        option.directions().stream().map(Enum::name).collect(Collectors.joining(", "));
    String aliases =
        option.aliases().isEmpty() ? "" : " (also " + String.join(", ", option.aliases()) + ")";
    return "| `"
        + option
        + "` | "
        + directions
        + " | "
        + option.valueText()
        + " | "
        + option.defaultText()
        + " | "
        + option.help()
        + aliases
        + " |";
  }

  static String refused() {
    return "| option | why | instead |\n|---|---|---|\n"
        + RefusedOption.all().stream()
            .map(
                each -> "| `" + each.name() + "` | " + each.reason() + " | " + each.remedy() + " |")
            .collect(Collectors.joining("\n"));
  }

  static String codes() {
    return "| code | what it says |\n|---|---|\n"
        + Arrays.stream(StatementCode.values())
            .map(code -> "| `" + code + "` | " + code.meaning() + " |")
            .collect(Collectors.joining("\n"));
  }
}
