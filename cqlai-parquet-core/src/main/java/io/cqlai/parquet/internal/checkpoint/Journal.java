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
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A file to which a job adds a line for each thing that it has done, as JSON. A line counts from
 * the moment at which it is on the disk as a whole; what a kill leaves of the last one does not.
 * One job at a time has it open. Safe for use by several threads.
 */
final class Journal implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "kind";

  private final FileChannel channel;
  private final List<JsonNode> entries = new ArrayList<>();

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a journal, or makes an empty one.
   *
   * @return empty where another job has it open
   * @throws IOException when it cannot be read or written, or is damaged before its last line
   */
  static Optional<Journal> open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      Journal journal = new Journal(channel);
      journal.read();
      return Optional.of(journal);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  @Nullable
  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) { // a job of this JVM
      return null;
    }
  }

  private void read() throws IOException {
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    int start = 0;
    for (int end = 0; end < bytes.length; end++) {
      if (bytes[end] == '\n') {
        entries.add(parsed(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
        start = end + 1;
      }
    }
    channel.truncate(start).position(start);
  }

  private JsonNode parsed(String line) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException("line " + (entries.size() + 1) + " is damaged", e);
    }
  }

  /** Returns the lines of one kind, in the order in which they were added. */
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
    entries.add(line);
  }

  /** Begins anew, without a line. */
  synchronized void clear() throws IOException {
    entries.clear();
    channel.truncate(0).position(0);
  }

  /** Releases it for other jobs. */
  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
