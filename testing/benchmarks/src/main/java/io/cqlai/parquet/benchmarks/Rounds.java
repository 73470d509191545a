package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Times contenders in turns, so that what else the machine does meets all of them alike. Each round
 * begins with another one. Before that, untimed, those that run in this JVM run once, and the
 * ceiling as often as it still gets faster, because a server that has just started does.
 */
public final class Rounds {

  private static final Pattern TELLING = Pattern.compile("(?i)\\b(failed|error|exception)\\b");

  private static final Set<Role> WARM =
      EnumSet.of(Role.CEILING, Role.OURS, Role.OURS_WITH_CHECKPOINT);

  /** A run that takes more than this part of the one before has not become faster. */
  private static final double SETTLED = 0.95;

  private static final int MOST_SETTLING = 5;

  private final String benchmark;
  private final String table;
  private final long rows;
  private final Map<Contender, List<Double>> seconds = new LinkedHashMap<>();
  private final Map<Contender, String> failures = new LinkedHashMap<>();

  private Rounds(String benchmark, String table, long rows, List<Contender> contenders) {
    this.benchmark = benchmark;
    this.table = table;
    this.rows = rows;
    contenders.forEach(each -> seconds.put(each, new ArrayList<>()));
  }

  /**
   * Runs all rounds; waits for the end.
   *
   * @param rows how many rows each contender has to move
   * @return a measurement of each, in their order; one that failed is left out of later rounds
   */
  public static List<Measurement> run(
      String benchmark, String table, long rows, int rounds, List<Contender> contenders) {
    Rounds all = new Rounds(benchmark, table, rows, contenders);
    contenders.stream().filter(each -> WARM.contains(each.role())).forEach(each -> all.time(each));
    contenders.stream()
        .filter(each -> each.role() == Role.CEILING)
        .forEach(each -> all.settle(each));
    all.seconds.values().forEach(List::clear);
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        all.time(contenders.get((round + i) % contenders.size()));
      }
    }
    return contenders.stream().map(all::measurement).toList();
  }

  private void settle(Contender ceiling) {
    List<Double> runs = seconds.getOrDefault(ceiling, List.of());
    for (int run = 0; run < MOST_SETTLING && !failures.containsKey(ceiling); run++) {
      time(ceiling);
      int last = runs.size() - 1;
      if (last > 0 && runs.get(last) > runs.get(last - 1) * SETTLED) {
        return;
      }
    }
  }

  private void time(Contender contender) {
    if (failures.containsKey(contender)) {
      return;
    }
    try {
      contender.prepare().run();
      long start = System.nanoTime();
      contender.work().run();
      double elapsed = (System.nanoTime() - start) / 1e9;
      long moved = contender.rows().count();
      if (moved != rows) {
        throw new IllegalStateException("moved " + moved + " rows, not " + rows);
      }
      seconds.computeIfAbsent(contender, each -> new ArrayList<>()).add(elapsed);
      tell(contender, String.format(Locale.ROOT, "%.2f s", elapsed));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + contender.name() + " ran", stopped);
    } catch (Exception | AssertionError failed) {
      // The others' figures are worth having; the report tells of this one.
      failures.put(contender, reason(failed));
      tell(contender, failed.toString());
    }
  }

  private void tell(Contender contender, String what) {
    System.err.println(benchmark + " " + table + ": " + contender.name() + ": " + what);
  }

  private Measurement measurement(Contender contender) {
    String failure = failures.get(contender);
    return failure == null
        ? Measurement.of(
            benchmark,
            table,
            contender.name(),
            contender.role(),
            rows,
            seconds.getOrDefault(contender, List.of()),
            Map.of())
        : Measurement.failed(benchmark, table, contender.name(), contender.role(), failure);
  }

  /** The line of the message that tells what went wrong: programs print much else. */
  private static String reason(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    return message
        .lines()
        .filter(line -> TELLING.matcher(line).find())
        .findFirst()
        .orElse(message.lines().findFirst().orElse(failed.toString()));
  }
}
