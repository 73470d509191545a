package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.digest.DigestJson;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.schema.CreateTypes;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.annotation.Nullable;

/**
 * What a file of ours says about where its rows are from, as key-value metadata in its footer.
 *
 * @param keyspace the keyspace's name in internal form, or null for a query's result
 * @param table the table's name in internal form, or null for a query's result
 * @param counters whether it is a counter table
 * @param rows the columns that the file holds
 * @param createTypes a {@code CREATE TYPE} statement for each user-defined type that they use, in
 *     an order in which they can be run
 * @param createTable the table's {@code CREATE TABLE} statement, or null for a query's result
 * @param query the query that gave the rows
 * @param mapping each column's form
 * @param version the version of the library that wrote the file
 */
public record FileMetadata(
    @Nullable String keyspace,
    @Nullable String table,
    boolean counters,
    RowSchema rows,
    List<String> createTypes,
    @Nullable String createTable,
    String query,
    Map<String, String> mapping,
    String version) {

  /** What all keys of ours begin with. */
  public static final String PREFIX = "cqlai.";

  static final String SCHEMA = PREFIX + "cql.schema";
  static final String QUERY = PREFIX + "query";
  static final String MAPPING = PREFIX + "mapping";
  static final String VERSION = PREFIX + "version";
  static final String DIGEST = PREFIX + "digest";

  public FileMetadata {
    createTypes = List.copyOf(createTypes);
  }

  /**
   * Returns the key-value metadata of an export's file.
   *
   * @param table the table that the rows are from, or null for a query's result
   * @param query the query that gives the rows
   * @param added what the METADATA option adds
   * @throws TransferException when it adds a key that is one of ours
   */
  public static Map<String, String> forExport(
      @Nullable TableSchema table,
      String query,
      ParquetMapping mapping,
      Map<String, String> added) {
    refuseOurs(added);
    FileMetadata ours =
        new FileMetadata(
            table == null ? null : table.keyspace(),
            table == null ? null : table.table(),
            table != null && table.counters(),
            mapping.rows(),
            table == null ? CreateTypes.of(mapping.rows()) : table.createTypes(),
            table == null ? null : table.createTable(),
            query,
            mapping.notations(),
            LibraryVersion.get());
    Map<String, String> all = new LinkedHashMap<>(added);
    all.put(SCHEMA, MetadataJson.schema(ours));
    all.put(QUERY, query);
    all.put(MAPPING, MetadataJson.mapping(ours.mapping));
    all.put(VERSION, ours.version);
    return all;
  }

  /**
   * Refuses keys that are ours.
   *
   * @param added what the METADATA option adds
   * @throws TransferException with BAD_OPTION
   */
  public static void refuseOurs(Map<String, String> added) {
    for (String key : added.keySet()) {
      if (key.startsWith(PREFIX)) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION,
            "METADATA has a key '" + key + "', and those that begin with " + PREFIX + " are taken",
            "Give it another name");
      }
    }
  }

  /**
   * Returns the metadata of a file that holds the rows of several queries.
   *
   * @param one the metadata of a file with those of one of them
   * @param queries the text of all, one after the other
   */
  public static Map<String, String> forQueries(Map<String, String> one, String queries) {
    Map<String, String> all = new LinkedHashMap<>(one);
    all.put(QUERY, queries);
    return all;
  }

  /**
   * Returns what a file says of the digest of its rows.
   *
   * @param digest that of all its rows
   */
  public static Map<String, String> digest(FileDigest digest) {
    return Map.of(DIGEST, DigestJson.write(digest));
  }

  /**
   * Reads the digest of a file's rows.
   *
   * @param keyValues the key-value metadata of its footer
   * @return empty for a file that has none
   * @throws TransferException CORRUPT_FILE when it holds what it cannot hold
   */
  public static Optional<FileDigest> digest(Map<String, String> keyValues) {
    String text = keyValues.get(DIGEST);
    try {
      return text == null ? Optional.empty() : Optional.of(DigestJson.read(text));
    } catch (IllegalArgumentException e) {
      throw notAsWritten(DIGEST, e);
    }
  }

  /**
   * Returns the version of a file's digest where it is later than those that can be read here;
   * empty where it is not, or there is none.
   *
   * @param keyValues the key-value metadata of its footer
   */
  public static OptionalInt laterDigest(Map<String, String> keyValues) {
    String text = keyValues.get(DIGEST);
    return text == null ? OptionalInt.empty() : DigestJson.laterVersion(text);
  }

  /**
   * Returns metadata that says that this library wrote the file, whatever else is said of it.
   *
   * @param of all other metadata of the file
   */
  public static Map<String, String> signed(Map<String, String> of) {
    Map<String, String> all = new LinkedHashMap<>(of);
    all.putIfAbsent(VERSION, LibraryVersion.get());
    return all;
  }

  /**
   * Tells whether a file says that this library wrote it.
   *
   * @param keyValues the key-value metadata of its footer
   */
  public static boolean isOurs(Map<String, String> keyValues) {
    return keyValues.keySet().stream().anyMatch(key -> key.startsWith(PREFIX));
  }

  /**
   * Returns metadata without the digest, for a file that has other rows.
   *
   * @param of the metadata of the file that they are taken over from
   */
  public static Map<String, String> withoutDigest(Map<String, String> of) {
    Map<String, String> rest = new LinkedHashMap<>(of);
    rest.remove(DIGEST);
    return rest;
  }

  /**
   * Returns the metadata of a file that takes over another and adds rows to it.
   *
   * @param before the metadata of the file that is taken over; it stays, but for the digest
   * @param added the metadata of a file with the rows that are added, of which nothing of ours is
   *     taken
   */
  public static Map<String, String> forMore(Map<String, String> before, Map<String, String> added) {
    Map<String, String> all = withoutDigest(before);
    added.forEach(
        (key, value) -> {
          if (!key.startsWith(PREFIX)) {
            all.put(key, value);
          }
        });
    return all;
  }

  /**
   * Reads what a file says about itself.
   *
   * @param keyValues the key-value metadata of its footer
   * @return empty for a file that is not of ours
   * @throws TransferException when a key of ours holds what it cannot hold
   */
  public static Optional<FileMetadata> read(Map<String, String> keyValues) {
    String schema = keyValues.get(SCHEMA);
    if (schema == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          MetadataJson.read(
              schema,
              keyValues.getOrDefault(QUERY, ""),
              keyValues.getOrDefault(MAPPING, "{}"),
              keyValues.getOrDefault(VERSION, "")));
    } catch (IllegalArgumentException e) {
      throw notAsWritten(SCHEMA, e);
    }
  }

  private static TransferException notAsWritten(String key, IllegalArgumentException cause) {
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "The file's metadata key "
                + key
                + " is not as this library writes it: "
                + cause.getMessage(),
            "Take the key out of the file, or export it again")
        .causedBy(cause);
  }
}
