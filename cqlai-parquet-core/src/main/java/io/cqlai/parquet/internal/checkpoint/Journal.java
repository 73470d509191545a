package io.cqlai.parquet.internal.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Nullable;

/**
 * A file to which a job adds a line for each thing that it has done, as JSON. A line counts from
 * the moment at which it is on the disk as a whole; what a kill leaves of the last one does not.
 * One job at a time has it open. Safe for use by several threads.
 */
final class Journal implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "kind";

  /** How each journal begins. */
  private static final String BEGINNING = "{\"kind\":\"job\"";

  /**
   * The journals that jobs of this JVM have open. A second channel on one, when it is closed, would
   * take the lock away from the first.
   */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final List<JsonNode> entries = new ArrayList<>();

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a journal, or makes an empty one.
   *
   * @return empty where another job has it open
   * @throws IOException when it cannot be read or written, or is damaged before its last line
   */
  static Optional<Journal> open(Path file) throws IOException {
    if (!OPEN.add(file)) {
      return Optional.empty();
    }
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      try {
        return locked(file, channel);
      } catch (IOException | RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      OPEN.remove(file);
      throw e;
    }
  }

  private static Optional<Journal> locked(Path file, FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      OPEN.remove(file);
      return Optional.empty();
    }
    Journal journal = new Journal(file, channel);
    journal.read();
    return Optional.of(journal);
  }

  private void read() throws IOException {
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    requireOurs(
        new String(bytes, 0, Math.min(bytes.length, BEGINNING.length()), StandardCharsets.UTF_8));
    int start = 0;
    for (int end = 0; end < bytes.length; end++) {
      if (bytes[end] == '\n') {
        JsonNode entry = parsed(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        if (entry == null && end == bytes.length - 1) {
          break; // what a loss of power has left of the last line
        }
        if (entry == null) {
          throw new IOException("line " + (entries.size() + 1) + " is damaged");
        }
        entries.add(entry);
        start = end + 1;
      }
    }
    channel.truncate(start).position(start);
  }

  private static void requireOurs(String beginning) throws IOException {
    if (!BEGINNING.startsWith(beginning)) {
      throw new IOException("its journal was written by another program");
    }
  }

  @Nullable
  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Returns the lines of one kind that were there when this was opened, in their order. */
  synchronized <E> List<E> entries(String kind, Class<E> type) throws IOException {
    List<E> found = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (entry.path(KIND).asText().equals(kind)) {
        ObjectNode fields = entry.deepCopy();
        fields.remove(KIND);
        found.add(JSON.treeToValue(fields, type));
      }
    }
    return found;
  }

  /** Adds a line, which is on the disk when this returns. */
  synchronized void add(String kind, Object entry) throws IOException {
    ObjectNode line = JSON.createObjectNode().put(KIND, kind);
    line.setAll((ObjectNode) JSON.valueToTree(entry));
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long end = channel.position();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(end).position(end);
      throw e;
    }
  }

  /** Begins anew, without a line. */
  synchronized void clear() throws IOException {
    entries.clear();
    channel.truncate(0).position(0);
  }

  /** Releases it for other jobs. */
  @Override
  public synchronized void close() throws IOException {
    try {
      channel.close();
    } finally {
      OPEN.remove(file);
    }
  }
}
