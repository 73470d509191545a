package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.StagedFile;
import io.cqlai.parquet.spi.StorageProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the storage that a path or URI names, within an {@link Access}. */
public final class Storages {

  /** Two letters or more, so that a Windows drive is not taken for a scheme. */
  private static final Pattern URI_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  private static final Map<String, String> KNOWN_EXTENSIONS =
      Map.of(
          "s3",
          "io.cqlai:cqlai-parquet-storage-s3",
          "azure",
          "io.cqlai:cqlai-parquet-storage-azure");

  private final Access access;

  /** Makes the storages that an access allows. */
  public Storages(Access access) {
    this.access = access;
  }

  /** Opens a file for reading, by its path or URI. */
  public NamedInput open(String place) {
    if (place.isBlank()) {
      throw TransferException.of(
          ErrorCode.NO_SUCH_FILE, "The path is empty", "Name a file, such as 'users.parquet'");
    }
    try {
      if (isUri(place)) {
        return new NamedInput(remote(place).open(URI.create(place)), place);
      }
      Path path = local(place);
      return new NamedInput(LocalStorage.open(path), path.toString());
    } catch (IOException e) {
      throw failed("read", place, e);
    }
  }

  /** Opens the file that stands at a place for reading; empty where none does. */
  public Optional<NamedInput> find(String place) {
    try {
      return Optional.of(open(place));
    } catch (TransferException e) {
      if (e.code() == ErrorCode.NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Prepares a file for writing, by its path or URI; nothing is created yet. */
  public StagedFile stage(String place, IfExists ifExists) {
    try {
      return isUri(place)
          ? remote(place).stage(URI.create(place), ifExists)
          : LocalStorage.stage(local(place), ifExists);
    } catch (IOException e) {
      throw failed("write", place, e);
    }
  }

  /** Tells whether a place is a directory: by its name, or because one stands there. */
  public boolean isDirectory(String place) {
    return place.endsWith("/") || !isUri(place) && Files.isDirectory(local(place));
  }

  /** Returns the local directory that stands at a place; empty where none does. */
  public Optional<Path> localDirectory(String place) {
    return isUri(place) || place.isBlank()
        ? Optional.empty()
        : Optional.of(local(place)).filter(Files::isDirectory);
  }

  /**
   * Prepares a local directory for writing; nothing is created yet.
   *
   * @param replaceable with REPLACE, the names of what may stand in the directory that it replaces
   */
  public StagedDirectory stageDirectory(String place, IfExists ifExists, Set<String> replaceable) {
    if (isUri(place)) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "'" + place + "' is a directory of another storage, and this version writes local ones",
          "Name a single file there, or a local directory");
    }
    try {
      Path directory = local(place);
      access.check(directory.resolveSibling("." + directory.getFileName())); // while it is written
      return LocalStorage.stageDirectory(directory, ifExists, replaceable);
    } catch (IOException e) {
      throw failed("write", place, e);
    }
  }

  /**
   * Prepares a local file of the library's own, in a directory whose place was checked. What was
   * left there by a killed process is for the caller to delete, once for all files.
   *
   * @throws TransferException when it cannot be written
   */
  public static StagedFile stageOwn(Path file) {
    return LocalStorage.stage(file, IfExists.REPLACE).asOneOfMany();
  }

  /**
   * Prepares a part of a file that is written later: beside a local file, else in the directory for
   * temporary files.
   */
  public PartFile part(String place) {
    StagedFile whole = stage(place, IfExists.REPLACE);
    return whole instanceof LocalStaged local
        ? PartFile.beside(local.asPart())
        : PartFile.ofFileElsewhere(whole.name());
  }

  /** Returns a directory of the local file system by its path; it need not exist. */
  public Path directory(String place) {
    if (place.isBlank() || isUri(place)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "CHECKPOINT is '" + place + "', which is not a path of the local file system",
          "Name a local directory");
    }
    return local(place);
  }

  /**
   * Returns the directory for the checkpoint of a job, beside its file: hidden, and named after the
   * file.
   *
   * @param job what is said of the job in the name, so that several may have one; may be empty
   * @return empty where the file is not local
   */
  public Optional<Path> checkpointBeside(String place, String job) {
    if (isUri(place)) {
      return Optional.empty();
    }
    Path file = local(place);
    return Optional.of(
        access.check(file.resolveSibling("." + file.getFileName() + job + ".checkpoint")));
  }

  private Path local(String place) {
    String expanded =
        place.startsWith("~/") ? System.getProperty("user.home") + place.substring(1) : place;
    try {
      return access.check(Path.of(expanded));
    } catch (InvalidPathException e) {
      throw TransferException.of(
              ErrorCode.NO_SUCH_FILE,
              "'" + place + "' is not a path: " + e.getReason(),
              "Check its characters")
          .causedBy(e);
    }
  }

  private StorageProvider remote(String place) {
    URI uri;
    try {
      uri = URI.create(place);
    } catch (IllegalArgumentException e) {
      throw TransferException.of(
              ErrorCode.NO_SUCH_FILE,
              "'" + place + "' is not a URI: " + e.getMessage(),
              "Percent-encode odd characters")
          .causedBy(e);
    }
    access.check(uri);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
      if (provider.schemes().contains(scheme)) {
        return provider;
      }
    }
    String extension = KNOWN_EXTENSIONS.get(scheme);
    throw TransferException.of(
        ErrorCode.UNSUPPORTED,
        "No storage for '" + scheme + "://' is on the class path",
        extension == null
            ? "Use a local path, or add a StorageProvider for it"
            : "It comes with a later version, as " + extension + "; use a local path until then");
  }

  private static boolean isUri(String place) {
    return URI_SCHEME.matcher(place).matches();
  }

  private static TransferException failed(String verb, String place, IOException cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Cannot " + verb + " " + place + ": " + cause.getMessage(),
            "Check the storage and try again")
        .causedBy(cause);
  }
}
