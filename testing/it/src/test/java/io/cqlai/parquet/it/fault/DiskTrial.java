package io.cqlai.parquet.it.fault;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Runs a scenario again and again: each time another call of the disk fails, until none does. */
final class DiskTrial {

  private static final ParquetReadOptions READ =
      ParquetReadOptions.builder(new PlainParquetConfiguration()).build();

  private static final String KEPT = "What was captured is kept in ";

  private final Path base;
  private final DiskScenario scenario;
  private final Set<String> calls = new LinkedHashSet<>();

  DiskTrial(Path base, DiskScenario scenario) {
    this.base = base;
    this.scenario = scenario;
  }

  /**
   * Runs it.
   *
   * @return how many calls failed, and the kinds of them
   * @throws AssertionError when a failure did not end as it should
   */
  String run(DiskCalls.Failing which) throws IOException {
    int number = 1;
    int failures = 0;
    while (fails(number, which)) {
      number += which == DiskCalls.Failing.ONE ? scenario.step() : 3 * scenario.step();
      failures++;
    }
    return scenario.name() + ", " + which + ": " + failures + " failures of " + calls;
  }

  /** Returns whether there was such a call. */
  private boolean fails(int number, DiskCalls.Failing which) throws IOException {
    Path directory = Files.createDirectory(base.resolve(number + "-" + System.nanoTime()));
    scenario.before().in(directory);
    Map<String, byte[]> before = files(directory);
    DiskCalls.begin(directory, number, which);
    TransferException failure = attempt(directory);
    String failed = DiskCalls.end();
    calls.addAll(Arrays.asList(failed.split(", ")));
    String what = scenario.name() + ", " + which + " " + number + " (" + failed + "): ";
    try {
      Released.await(directory);
      if (failure != null) {
        require(!failed.isEmpty(), "nothing failed, and yet " + failure);
        require(failure.code() == ErrorCode.STORAGE_FAILED, failure.code() + ", " + failure);
        checkUntouched(directory, before, failure);
        failure = attempt(directory);
        require(failure == null, "the next run failed with " + failure);
        Released.await(directory);
      }
      checkWhole(directory);
    } catch (AssertionError | IOException | RuntimeException e) {
      throw new AssertionError(what + e.getMessage(), failure == null ? e : failure);
    }
    delete(directory);
    calls.remove("");
    return !failed.isEmpty();
  }

  private TransferException attempt(Path directory) throws IOException {
    try {
      scenario.run().in(directory);
      return null;
    } catch (TransferException e) {
      return e;
    }
  }

  /** A file is as it was before, or the failure says that it appeared, and then it is whole. */
  private void checkUntouched(Path directory, Map<String, byte[]> before, TransferException failure)
      throws IOException {
    Map<String, byte[]> now = files(directory);
    for (Map.Entry<String, byte[]> file : now.entrySet()) {
      String name = file.getKey();
      if (failure.getMessage().contains(directory.resolve(name) + " was published")) {
        checkWhole(directory, name);
      } else if (isKeptPart(directory.resolve(name), failure)) {
        require(rows(directory.resolve(name)) > 0, name + " is kept and has no rows");
        Files.delete(directory.resolve(name)); // as whoever was told of it does at the end
      } else {
        require(before.containsKey(name), "left over: " + name + " after " + failure);
        require(Arrays.equals(before.get(name), file.getValue()), name + " changed, " + failure);
      }
    }
    require(now.keySet().containsAll(before.keySet()), "deleted: of " + before.keySet());
  }

  /** A capture that cannot be published names the files in which it is kept. */
  private static boolean isKeptPart(Path file, TransferException failure) {
    int kept = failure.getMessage().indexOf(KEPT);
    return kept >= 0 && failure.getMessage().indexOf(file.toString(), kept) >= 0;
  }

  private void checkWhole(Path directory) throws IOException {
    require(
        files(directory).keySet().equals(scenario.files().keySet()),
        "there is " + files(directory).keySet() + ", not " + scenario.files().keySet());
    for (String name : scenario.files().keySet()) {
      checkWhole(directory, name);
    }
  }

  private void checkWhole(Path directory, String name) throws IOException {
    long rows = rows(directory.resolve(name));
    require(rows == scenario.files().get(name), name + " has " + rows + " rows");
  }

  private static long rows(Path path) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path), READ)) {
      return file.getRecordCount();
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static Map<String, byte[]> files(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(directory)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void delete(Path directory) throws IOException {
    for (String name : files(directory).keySet()) {
      Files.delete(directory.resolve(name));
    }
    Files.delete(directory);
  }
}
