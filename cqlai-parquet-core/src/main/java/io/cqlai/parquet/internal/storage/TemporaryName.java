package io.cqlai.parquet.internal.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names of temporary files beside their targets: {@code .events.parquet.w-….tmp}. On Linux they
 * tell the process that writes, so that what a killed one has left can be deleted. A process is
 * known by its number and its start, within a machine's run and its spaces of process numbers and
 * of time; of files from elsewhere nobody can tell whether they are still written, and they stay.
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

  /** Field 22, counted from 0 behind the second field. */
  private static final int START_BEHIND_NAME = 19;

  private static final Path PROCESSES = Path.of("/proc");
  private static final Path SELF = PROCESSES.resolve("self");
  private static final Optional<String> HERE = here();
  private static final Optional<String> OWN = HERE.flatMap(TemporaryName::own);

  private TemporaryName() {}

  /** Returns the name for a file that nobody needs when its process has died. */
  static Path ofWhole(Path target) {
    long random = UUID.randomUUID().getLeastSignificantBits() >>> Integer.SIZE;
    String name =
        OWN.map(own -> own + Long.toHexString(random)).orElse(UUID.randomUUID().toString());
    return target.resolveSibling(prefix(target) + name + END);
  }

  /** Returns the name for a part, which can be read when its process has died. */
  static Path ofPart(Path target) {
    return target.resolveSibling(prefix(target) + UUID.randomUUID() + END);
  }

  private static Optional<String> own(String here) {
    try {
      // the number by which others find this process there
      long pid = Long.parseLong(Files.readSymbolicLink(SELF).toString());
      return Optional.of(ofProcess(here, pid, startTicks(SELF)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  static String ofProcess(String place, long pid, long startTicks) {
    return "w-"
        + place
        + "-"
        + Long.toString(pid, RADIX)
        + "-"
        + Long.toString(startTicks, RADIX)
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
        Entries.delete(file);
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

  private static boolean isAlive(long pid, long startTicks) {
    try {
      return startTicks(PROCESSES.resolve(Long.toString(pid))) == startTicks;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException | RuntimeException e) {
      return true; // nobody can tell
    }
  }

  /**
   * Returns when a process began, in ticks of the clock since the machine's start: field 22 of its
   * {@code stat}, as proc(5) has it. The second field, a name in parentheses, may hold anything.
   *
   * @param process its directory in {@code /proc}
   * @throws NoSuchFileException when there is no such process
   */
  static long startTicks(Path process) throws IOException {
    String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(behindName[START_BEHIND_NAME]);
  }

  /** Returns what this run of the machine and these spaces are called; empty where not on Linux. */
  static Optional<String> here() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
      String numbers = Files.readSymbolicLink(SELF.resolve("ns/pid")).toString();
      Path time = SELF.resolve("ns/time"); // which older kernels do not have
      String times =
          Files.exists(time, NOFOLLOW_LINKS) ? Files.readSymbolicLink(time).toString() : "";
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((boot + numbers + times).getBytes(StandardCharsets.UTF_8));
      String text = new BigInteger(1, hash).toString(RADIX);
      return Optional.of(text.substring(text.length() - PLACE_CHARACTERS));
    } catch (IOException | UnsupportedOperationException | SecurityException notLinux) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
