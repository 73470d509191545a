package io.cqlai.parquet.internal.cql;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * The server's warnings, summed by kind: a job of a million writes may get a million of them that
 * differ in a number. Safe for use by several threads.
 */
public final class ServerWarnings {

  private static final int MOST_KINDS = 20;
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,]*");

  private static final Pattern OF_BATCHES =
      Pattern.compile("^(Batch for \\[|Unlogged batch covering)");

  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
  private final LongAdder others = new LongAdder();

  /**
   * Counts a warning.
   *
   * @param ofBatch whether rows were sent together: what the server says of that is our choice, and
   *     nothing that a caller could mend
   */
  public void add(String warning, boolean ofBatch) {
    if (ofBatch && OF_BATCHES.matcher(warning).find()) {
      return;
    }
    String kind = NUMBER.matcher(warning).replaceAll("#");
    Kind known = kinds.get(kind);
    if (known == null && kinds.size() >= MOST_KINDS) {
      others.increment();
      return;
    }
    kinds.computeIfAbsent(kind, k -> new Kind(warning, new LongAdder())).count.increment();
  }

  /** Returns a sentence for each kind, with how often it came. */
  public List<String> sentences() {
    Map<String, String> sentences = new TreeMap<>();
    kinds.forEach((kind, each) -> sentences.put(kind, each.sentence()));
    if (others.sum() > 0) {
      sentences.put("~", "The server gave " + others.sum() + " more warnings of other kinds");
    }
    return List.copyOf(sentences.values());
  }

  private record Kind(String first, LongAdder count) {
    String sentence() {
      long times = count.sum();
      return "The server warned"
          + (times == 1 ? ": " : " " + times + " times, first with: ")
          + first;
    }
  }
}
