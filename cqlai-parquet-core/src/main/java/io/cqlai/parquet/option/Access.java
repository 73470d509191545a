package io.cqlai.parquet.option;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * Bounds where files may be read and written. The default, {@link #everything()}, bounds nothing:
 * whoever runs statements of users that it does not trust gives a narrower one. Places are checked
 * when a transfer is planned: who may replace directories by links meanwhile is not held back.
 */
public final class Access {

  private static final Access EVERYTHING = new Access(null, null);

  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  @Nullable private final Path root;
  @Nullable private final Set<String> schemes;

  private Access(@Nullable Path root, @Nullable Set<String> schemes) {
    this.root = root;
    this.schemes = schemes;
  }

  /** Returns the access to all that the process can reach. */
  public static Access everything() {
    return EVERYTHING;
  }

  /**
   * Returns the access to one directory and what lies below it, with no other storage. Symbolic
   * links are followed first: one that leads outside is outside.
   *
   * @param directory an existing directory
   * @throws UncheckedIOException when the directory does not exist or cannot be looked at
   */
  public static Access under(Path directory) {
    try {
      return new Access(directory.toRealPath(), Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException("Access needs a directory that exists: " + directory, e);
    }
  }

  /** Returns this access with these URI schemes allowed beside it, for example {@code "s3"}. */
  public Access schemes(String... allowed) {
    return new Access(
        root,
        Arrays.stream(allowed)
            .map(s -> s.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Checks a local path, which need not exist yet.
   *
   * @return the path with every symbolic link resolved that exists by now: the one to open
   * @throws TransferException with {@link ErrorCode#ACCESS_DENIED} when it lies outside
   */
  public Path check(Path path) {
    Path real = real(path.toAbsolutePath().normalize(), 0);
    if (root != null && !real.startsWith(root)) {
      throw TransferException.of(
          ErrorCode.ACCESS_DENIED,
          "Cannot use "
              + path
              + ": it lies outside "
              + root
              + ", the directory that this access allows",
          "Name a file below that directory");
    }
    return real;
  }

  /**
   * Checks a URI by its scheme.
   *
   * @throws TransferException with {@link ErrorCode#ACCESS_DENIED} when the scheme is not allowed
   */
  public void check(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (schemes != null && !schemes.contains(scheme)) {
      throw TransferException.of(
          ErrorCode.ACCESS_DENIED,
          "Cannot use " + uri + ": the scheme '" + scheme + "' is not one that this access allows",
          schemes.isEmpty() ? "Name a local file" : "Use one of " + schemes);
    }
  }

  /** Resolves links in the longest part of the path that exists; the rest cannot be a link. */
  private static Path real(Path absolute, int links) {
    Path existing = absolute;
    while (existing != null) {
      try {
        return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
      } catch (IOException missing) {
        if (Files.isSymbolicLink(existing)) {
          Path rest = existing.relativize(absolute);
          return real(readLink(existing, links).resolve(rest).normalize(), links + 1);
        }
        existing = existing.getParent();
      }
    }
    return absolute;
  }

  private static Path readLink(Path link, int before) {
    if (before == MOST_LINKS) {
      throw unresolved(link, "too many symbolic links follow one another", "Name the file itself");
    }
    try {
      return link.resolveSibling(Files.readSymbolicLink(link)).toAbsolutePath().normalize();
    } catch (IOException e) {
      throw unresolved(link, "the symbolic link cannot be read", "Check its permissions")
          .causedBy(e);
    }
  }

  private static TransferException unresolved(Path link, String why, String remedy) {
    return TransferException.of(ErrorCode.ACCESS_DENIED, "Cannot use " + link + ": " + why, remedy);
  }
}
