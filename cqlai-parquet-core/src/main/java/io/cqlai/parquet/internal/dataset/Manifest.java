package io.cqlai.parquet.internal.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.internal.digest.DigestJson;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.value.ChecksumText;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What a directory says of its files, in {@code _manifest.json}: the report of the export that made
 * it, and each file with rows, bytes and checksum.
 *
 * @param files the files, in the order of their names
 * @param digest the digest of the rows of all files; empty where they have none
 */
public record Manifest(List<DataFile> files, Optional<FileDigest> digest) {

  /** The manifest's own name. Names that begin so are of no data, by Hive's custom. */
  public static final String NAME = "_manifest.json";

  /** The empty file that says that a directory is complete, by Hadoop's custom. */
  public static final String SUCCESS = "_SUCCESS";

  private static final int VERSION = 1;
  private static final String FILES = "files";
  private static final String DIGEST = "digest";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing that leads out of the directory, and nothing hidden. */
  private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\._][^/\\\\]*");

  /** The manifest of no files. */
  public static final Manifest EMPTY = new Manifest(List.of(), Optional.empty());

  public Manifest {
    files = List.copyOf(files);
  }

  /** Returns the checksum of a manifest's text, CRC32C in eight hexadecimal digits. */
  static String checksum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return ChecksumText.of(sum);
  }

  /** Returns what it says of a file; empty where it does not know of it. */
  public Optional<DataFile> of(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /**
   * Prints it.
   *
   * @param report what the export did
   * @param query the query that gave the rows
   * @param rows what a row is made of
   */
  public String write(ExportReport report, String query, RowSchema rows) {
    try {
      ObjectNode json = JSON.createObjectNode().put("version", VERSION);
      json.setAll((ObjectNode) JSON.readTree(report.toJson()));
      json.put("query", query);
      ArrayNode columns = json.putArray("columns");
      for (Column column : rows.columns()) {
        columns
            .addObject()
            .put("name", column.name())
            .put("type", column.type().toCql())
            .put("role", column.role().name().toLowerCase(Locale.ROOT));
      }
      if (digest.isPresent()) {
        json.set(DIGEST, JSON.readTree(DigestJson.write(digest.get())));
      }
      ArrayNode list = json.putArray(FILES);
      for (DataFile file : files) {
        list.addObject()
            .put("name", file.name())
            .put("rows", file.rows())
            .put("bytes", file.bytes())
            .put("crc32c", file.crc32c());
      }
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values cannot fail to print", e);
    }
  }

  /**
   * Reads what {@link #write} has printed.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  public static Manifest read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.path("version").asInt() != VERSION) {
        throw new IllegalArgumentException("it is of version " + json.path("version"));
      }
      if (json.path(FILES).isEmpty()) {
        throw new IllegalArgumentException("it names no files");
      }
      List<DataFile> files = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (JsonNode file : json.path(FILES)) {
        String name = file.path("name").asText();
        if (!FILE_NAME.matcher(name).matches() || !names.add(name)) {
          throw new IllegalArgumentException("it names a file '" + name + "'");
        }
        long rows = file.path("rows").asLong(-1);
        long bytes = file.path("bytes").asLong(-1);
        if (rows < 0 || bytes < 0) {
          throw new IllegalArgumentException("it does not say how large " + name + " is");
        }
        files.add(new DataFile(name, rows, bytes, file.path("crc32c").asText()));
      }
      JsonNode digest = json.path(DIGEST);
      return new Manifest(
          files,
          digest.isObject() ? Optional.of(DigestJson.read(digest.toString())) : Optional.empty());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
  }
}
