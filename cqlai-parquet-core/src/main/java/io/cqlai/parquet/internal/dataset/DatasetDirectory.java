package io.cqlai.parquet.internal.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.storage.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A directory whose files hold the rows of one table: one of ours, with a manifest, or what another
 * tool has written. Names that begin with a dot or an underscore are of no data, by the custom of
 * Hadoop.
 */
public final class DatasetDirectory {

  private static final int MOST_MANIFEST_BYTES = 64 << 20;

  private final Path directory;
  private final List<String> names;
  private final Optional<String> text;
  private final Optional<Manifest> manifest;

  private DatasetDirectory(Path directory, List<String> names, Optional<String> text) {
    this.directory = directory;
    this.names = List.copyOf(names);
    this.text = text;
    this.manifest = text.map(this::read);
  }

  /**
   * Looks into a directory, whose place was checked.
   *
   * @throws TransferException STORAGE_FAILED; CORRUPT_FILE for a manifest that is none
   */
  public static DatasetDirectory of(Path directory) {
    try {
      List<String> names =
          Entries.of(directory).stream().map(file -> String.valueOf(file.getFileName())).toList();
      Optional<String> text =
          names.contains(Manifest.NAME)
              ? Optional.of(text(directory.resolve(Manifest.NAME)))
              : Optional.empty();
      return new DatasetDirectory(directory, names, text);
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  private Manifest read(String manifestText) {
    try {
      return Manifest.read(manifestText);
    } catch (IllegalArgumentException e) {
      throw noManifest(directory.resolve(Manifest.NAME), e);
    }
  }

  private static TransferException noManifest(Path file, Exception cause) {
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "It is not a manifest as this library writes it: " + cause.getMessage(),
            "Name the files of the directory one by one; to export to it, delete it first")
        .at(Place.file(file.toString()))
        .causedBy(cause);
  }

  /** A link may lead out of the directory, and a pipe would be waited for. */
  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw noManifest(file, new IOException("it is not a regular file"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_MANIFEST_BYTES + 1);
      if (bytes.length > MOST_MANIFEST_BYTES) {
        throw noManifest(file, new IOException("it is larger than 64 MiB"));
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw noManifest(file, e);
    }
  }

  /** Returns its manifest; empty where it has none. */
  public Optional<Manifest> manifest() {
    return manifest;
  }

  /** Returns the names of all that an export may replace: what its manifest names, and itself. */
  public Set<String> replaceable() {
    Set<String> replaceable = new HashSet<>();
    manifest.ifPresent(
        ours -> {
          ours.files().forEach(file -> replaceable.add(file.name()));
          replaceable.add(Manifest.NAME);
          replaceable.add(Manifest.SUCCESS);
        });
    return replaceable;
  }

  /** Returns the size of all its files together; empty where it is not complete. */
  public Optional<Long> bytes() {
    if (manifest.isEmpty() || !isFinished()) {
      return Optional.empty();
    }
    long all = 0;
    for (DataFile file : manifest.get().files()) {
      if (size(file).filter(bytes -> bytes == file.bytes()).isEmpty()) {
        return Optional.empty();
      }
      all += file.bytes();
    }
    return Optional.of(all);
  }

  /** Returns what tells it from all others; empty where it is not complete. */
  public Optional<String> identity() {
    return bytes().flatMap(complete -> text).map(Manifest::checksum);
  }

  private boolean isFinished() {
    return names.contains(Manifest.SUCCESS);
  }

  private Optional<Long> size(DataFile file) {
    try {
      BasicFileAttributes there =
          Files.readAttributes(
              directory.resolve(file.name()), BasicFileAttributes.class, NOFOLLOW_LINKS);
      return there.isRegularFile() ? Optional.of(there.size()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it is gone, or as good as that
    }
  }

  /**
   * Returns its data files in the order of their names.
   *
   * @throws TransferException where the directory is not complete, or holds what would be left out
   */
  public List<Path> files() {
    List<String> data = names.stream().filter(name -> !isHidden(name)).toList();
    if (manifest.isPresent()) {
      checkComplete(manifest.get(), data);
    } else if (names.contains("_temporary")) {
      throw incomplete("another tool has not finished writing it: it holds _temporary");
    } else if (data.isEmpty()) {
      throw TransferException.of(
          ErrorCode.NO_SUCH_FILE,
          "The directory " + directory + " holds no files of data",
          "Check the path");
    }
    List<Path> files = data.stream().map(directory::resolve).toList();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw TransferException.of(
            ErrorCode.UNSUPPORTED,
            "The directory "
                + directory
                + " holds the directory "
                + file.getFileName()
                + ", and this version reads the files of one directory",
            "Name the directories that hold the files");
      }
    }
    return files;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private void checkComplete(Manifest ours, List<String> data) {
    if (!isFinished()) {
      throw incomplete("it has a manifest, and no " + Manifest.SUCCESS);
    }
    Set<String> more = new HashSet<>(data);
    for (DataFile file : ours.files()) {
      more.remove(file.name());
      Optional<Long> size = size(file);
      if (size.isEmpty()) {
        throw incomplete("the file " + file.name() + " of its manifest is missing");
      }
      if (size.get() != file.bytes()) {
        throw incomplete(
            "the file "
                + file.name()
                + " has "
                + size.get()
                + " bytes, and by the manifest "
                + file.bytes());
      }
    }
    if (!more.isEmpty()) {
      throw incomplete(
          "it holds " + String.join(", ", more) + ", of which its manifest does not know");
    }
  }

  private TransferException incomplete(String why) {
    return TransferException.of(
        ErrorCode.CORRUPT_FILE,
        "The directory " + directory + " is not as it was exported: " + why,
        "Export it again, or name the files that are wanted one by one");
  }

  private static TransferException failed(Path place, IOException cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Cannot read " + place + ": " + cause,
            "Check its permissions and the disk")
        .causedBy(cause);
  }
}
