package io.cqlai.parquet.internal.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Digests as JSON: that of all rows, and those of the slices that have any. */
public final class DigestJson {

  /** Changes with the canonical forms, the hash or the slices: others cannot be compared. */
  private static final int VERSION = 1;

  private static final int MOST_SLICES = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private DigestJson() {}

  /** Prints a digest. */
  public static String write(FileDigest digest) {
    SliceSums sums = digest.sums();
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("rows", sums.rows());
    json.put("digest", sums.total().hex(0));
    digest.partitionKey().forEach(json.putArray("partitionKey")::add);
    json.put("slices", sums.count());
    ObjectNode bySlice = json.putObject("bySlice");
    for (int slice = 0; slice < sums.count(); slice++) {
      if (sums.rows(slice) != 0) {
        bySlice.putArray(Integer.toString(slice)).add(sums.rows(slice)).add(sums.hex(slice));
      }
    }
    return json.toString();
  }

  /**
   * Returns the version of a digest that a later version of this library has made, in a form that
   * this one does not know; empty for all else.
   */
  public static OptionalInt laterVersion(String text) {
    try {
      int version = JSON.readTree(text).path("version").asInt();
      return version > VERSION ? OptionalInt.of(version) : OptionalInt.empty();
    } catch (JsonProcessingException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * Reads what {@link #write} has printed.
   *
   * @throws IllegalArgumentException when it is none, or of another version
   */
  public static FileDigest read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      int version = json.path("version").asInt();
      int slices = json.path("slices").asInt();
      if (version != VERSION) {
        throw new IllegalArgumentException("its digest is of version " + version);
      }
      if (slices < 1 || slices > MOST_SLICES) {
        throw new IllegalArgumentException("a digest of " + slices + " slices");
      }
      SliceSums sums = new SliceSums(slices);
      json.path("bySlice")
          .properties()
          .forEach(
              entry -> {
                int slice = Integer.parseInt(entry.getKey());
                BigInteger sum = new BigInteger(entry.getValue().path(1).asText(), 16);
                if (slice < 0 || slice >= slices) {
                  throw new IllegalArgumentException("slice " + slice + " of " + slices);
                }
                sums.add(
                    slice,
                    entry.getValue().path(0).asLong(),
                    sum.shiftRight(Long.SIZE).longValue(),
                    sum.longValue());
              });
      List<String> partitionKey = new ArrayList<>();
      json.path("partitionKey").forEach(name -> partitionKey.add(name.asText()));
      return new FileDigest(partitionKey, sums);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("its digest is no JSON", e);
    }
  }
}
