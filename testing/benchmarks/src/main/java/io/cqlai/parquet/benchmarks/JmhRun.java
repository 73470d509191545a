package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a class of JMH benchmarks over rows, each method in a JVM of its own. */
final class JmhRun {

  /** Until the second compiler is done. */
  private static final int WARM_UPS = 40;

  private static final int RUNS_OF_A_TURN = 5;

  private final String benchmark;
  private final long rows;
  private final RunOptions options;

  JmhRun(String benchmark, long rows, RunOptions options) {
    this.benchmark = benchmark;
    this.rows = rows;
    this.options = options;
  }

  /** One method of the class, and what a report calls it. */
  record Method(String name, String contender, Role role) {}

  /** Returns what times each method; at each turn it begins with a JVM that is cold. */
  List<Turns.Contender> contenders(Class<?> of, List<Method> methods) {
    List<Turns.Contender> contenders = new ArrayList<>();
    for (Method method : methods) {
      contenders.add(() -> run(of, method));
    }
    return contenders;
  }

  private Measurement run(Class<?> of, Method method) {
    Options jmh =
        new OptionsBuilder()
            .include("^" + of.getName() + "\\." + method.name() + "$")
            .param("rows", Long.toString(rows))
            .forks(1)
            .jvmArgs("-Xmx2g")
            .warmupIterations(options.isQuick() ? 2 : WARM_UPS)
            .measurementIterations(options.isQuick() ? 3 : RUNS_OF_A_TURN)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    System.err.println(benchmark + ": " + method.contender() + " …");
    try {
      List<Double> seconds = new ArrayList<>();
      for (RunResult result : new Runner(jmh).run()) {
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
          for (IterationResult iteration : fork.getIterationResults()) {
            seconds.add(iteration.getPrimaryResult().getScore());
          }
        }
      }
      return Measurement.of(
          benchmark, "flat", method.contender(), method.role(), rows, seconds, Map.of());
    } catch (RunnerException failed) {
      return Measurement.failed(
          benchmark, "flat", method.contender(), method.role(), failed.toString());
    }
  }
}
