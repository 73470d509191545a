package io.cqlai.parquet.internal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What makes a job the same job as one before: aspects with names that a user understands, and what
 * each is in this job. On disk there are only their hashes with a salt, because a query may hold
 * keys and values.
 *
 * @param aspects the name of each, as a noun: {@code "the query"}, {@code "COMPRESSION"}
 */
public record JobIdentity(SortedMap<String, String> aspects) {

  /** No aspects yet. */
  public static final JobIdentity NONE = new JobIdentity(new TreeMap<>());

  public JobIdentity {
    aspects = new TreeMap<>(aspects);
  }

  /** Returns this identity with one more aspect. */
  public JobIdentity with(String aspect, Object value) {
    SortedMap<String, String> more = new TreeMap<>(aspects);
    more.put(aspect, String.valueOf(value));
    return new JobIdentity(more);
  }

  /** Returns the hash of each aspect: SHA-256 over salt and text, as hexadecimal digits. */
  Map<String, String> hashes(String salt) {
    Map<String, String> hashes = new TreeMap<>();
    aspects.forEach(
        (aspect, text) ->
            hashes.put(aspect, hash((salt + '\n' + text).getBytes(StandardCharsets.UTF_8))));
    return hashes;
  }

  /** Returns the aspects that another job, known by its hashes, does not share. */
  List<String> differences(String salt, Map<String, String> others) {
    Map<String, String> own = hashes(salt);
    List<String> differences = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(own.keySet());
    all.addAll(others.keySet());
    for (String aspect : all) {
      String here = own.get(aspect);
      if (here == null || !here.equals(others.get(aspect))) {
        differences.add(aspect);
      }
    }
    return differences;
  }

  /** Returns SHA-256 as hexadecimal digits. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
