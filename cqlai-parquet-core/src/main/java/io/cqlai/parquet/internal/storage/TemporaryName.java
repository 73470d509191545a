package io.cqlai.parquet.internal.storage;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names of temporary files beside their targets: {@code .events.parquet.w-….tmp}. On Linux they
 * tell the process that writes, so that what a killed one has left can be deleted. A process is
 * known by its number and its start, within a machine's run and a space of process numbers; of
 * files from elsewhere nobody can tell whether they are still written, and they stay.
 */
final class TemporaryName {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryName.class);

  /** So much of the target's name leaves room for the rest of the temporary one. */
  private static final int MOST_OF_NAME = 50;

  private static final int RADIX = 36;
  private static final int PLACE_CHARACTERS = 8;
  private static final String END = ".tmp";

  private static final Pattern OF_A_PROCESS =
      Pattern.compile("w-([0-9a-z]{8})-([0-9a-z]{1,10})-([0-9a-z]{1,11})-[0-9a-f]{1,8}\\.tmp");

  /** The start of a process is read by the clock of the machine, which may be set meanwhile. */
  private static final Duration START_TOLERANCE = Duration.ofMinutes(1);

  private static final Path SELF = Path.of("/proc/self");
  private static final Optional<String> HERE = here();
  private static final Optional<Instant> START = ProcessHandle.current().info().startInstant();

  private TemporaryName() {}

  /** Returns the name for a file that nobody needs when its process has died. */
  static Path ofWhole(Path target) {
    long random = UUID.randomUUID().getLeastSignificantBits() >>> Integer.SIZE;
    String name =
        HERE.isPresent() && START.isPresent()
            ? ofProcess(HERE.get(), ProcessHandle.current().pid(), START.get().toEpochMilli())
                + Long.toHexString(random)
                + END
            : UUID.randomUUID() + END;
    return target.resolveSibling(prefix(target) + name);
  }

  /** Returns the name for a part, which can be read when its process has died. */
  static Path ofPart(Path target) {
    return target.resolveSibling(prefix(target) + UUID.randomUUID() + END);
  }

  static String ofProcess(String place, long pid, long startMillis) {
    return "w-"
        + place
        + "-"
        + Long.toString(pid, RADIX)
        + "-"
        + Long.toString(startMillis, RADIX)
        + "-";
  }

  static String prefix(Path target) {
    String name = target.getFileName().toString();
    int characters = name.codePointCount(0, name.length());
    return "."
        + name.substring(0, name.offsetByCodePoints(0, Math.min(characters, MOST_OF_NAME)))
        + ".";
  }

  /**
   * Deletes what processes that have died left of files of this name. It is tidiness: where it
   * fails, what was left stays.
   */
  static void deleteLeftBehind(Path target) {
    if (HERE.isEmpty()) {
      return;
    }
    String prefix = prefix(target);
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null) {
      return;
    }
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(directory, file -> isLeftBehind(file, prefix))) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      LOG.debug("[{}] cannot be looked through: {}", directory, e.getClass().getName());
    }
  }

  private static boolean isLeftBehind(Path file, String prefix) throws IOException {
    String name = file.getFileName().toString();
    if (!name.startsWith(prefix)) {
      return false;
    }
    Matcher written = OF_A_PROCESS.matcher(name.substring(prefix.length()));
    return written.matches()
        && HERE.isPresent()
        && HERE.get().equals(written.group(1))
        && !isAlive(
            Long.parseLong(written.group(2), RADIX), Long.parseLong(written.group(3), RADIX))
        // processes of other users may be out of sight
        && Files.getOwner(file).equals(Files.getOwner(SELF));
  }

  private static boolean isAlive(long pid, long startMillis) {
    return ProcessHandle.of(pid)
        .map(process -> process.info().startInstant())
        .map(
            start ->
                start.isEmpty()
                    || Duration.between(start.get(), Instant.ofEpochMilli(startMillis))
                            .abs()
                            .compareTo(START_TOLERANCE)
                        < 0)
        .orElse(false);
  }

  /** Returns what this run of the machine and this space of process numbers are called. */
  static Optional<String> here() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
      String numbers = Files.readSymbolicLink(SELF.resolve("ns/pid")).toString();
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((boot + numbers).getBytes(StandardCharsets.UTF_8));
      String text = new BigInteger(1, hash).toString(RADIX);
      return Optional.of(text.substring(text.length() - PLACE_CHARACTERS));
    } catch (IOException | UnsupportedOperationException | SecurityException notLinux) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
