package io.cqlai.parquet.internal.dataset;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory whose files hold the rows of one table: one of ours, with a manifest, or what another
 * tool has written. Names that begin with a dot or an underscore are of no data, by the custom of
 * Hadoop.
 */
public final class DatasetDirectory {

  private static final long MOST_MANIFEST_BYTES = 64L << 20;

  private final Path directory;
  private final List<String> names;
  private final Optional<Manifest> manifest;

  private DatasetDirectory(Path directory, List<String> names, Optional<Manifest> manifest) {
    this.directory = directory;
    this.names = List.copyOf(names);
    this.manifest = manifest;
  }

  /**
   * Looks into a directory, whose place was checked.
   *
   * @throws TransferException STORAGE_FAILED; CORRUPT_FILE for a manifest that is none
   */
  public static DatasetDirectory of(Path directory) {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.map(file -> String.valueOf(file.getFileName())).sorted().forEach(names::add);
    } catch (IOException e) {
      throw failed(directory, e);
    }
    return new DatasetDirectory(directory, names, manifest(directory.resolve(Manifest.NAME)));
  }

  private static Optional<Manifest> manifest(Path file) {
    try {
      if (Files.size(file) > MOST_MANIFEST_BYTES) {
        throw new IllegalArgumentException("it is larger than 64 MiB");
      }
      return Optional.of(Manifest.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw TransferException.of(
              ErrorCode.CORRUPT_FILE,
              "It is not a manifest as this library writes it: " + e.getMessage(),
              "Name the files of the directory one by one, or export it again")
          .at(Place.file(file.toString()))
          .causedBy(e);
    } catch (IOException e) {
      throw failed(file, e);
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

  private boolean isFinished() {
    return names.contains(Manifest.SUCCESS);
  }

  private Optional<Long> size(DataFile file) {
    try {
      return Optional.of(Files.size(directory.resolve(file.name())));
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
