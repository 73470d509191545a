package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.Verify;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.internal.dataset.DataFile;
import io.cqlai.parquet.internal.dataset.DatasetDirectory;
import io.cqlai.parquet.internal.dataset.Manifest;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.digest.Slicing;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.read.ImportMapping;
import io.cqlai.parquet.internal.parquet.read.MatchedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.read.Target;
import io.cqlai.parquet.internal.scan.Ring;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.spi.RowSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes the request of a verification into its plan; everything is checked, and no row is read. */
public final class VerifyPlanner {

  private final CqlSession session;
  private final Awaiting waiter;
  private final VerifyRequest request;
  private final OptionSet options;
  private final List<String> warnings = new ArrayList<>();

  private VerifyPlanner(CqlSession session, Awaiting waiter, VerifyRequest request) {
    this.session = session;
    this.waiter = waiter;
    this.request = request;
    this.options = request.options();
  }

  /**
   * Plans a verification.
   *
   * @throws TransferException when anything about the request is wrong
   */
  public static VerifyPlan plan(CqlSession session, Awaiting waiter, VerifyRequest request) {
    return new VerifyPlanner(session, waiter, request).plan();
  }

  private VerifyPlan plan() {
    String place = request.file();
    if (place == null) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          "The verification does not say what to verify",
          "Say it with .file(…)");
    }
    Requests requests = ExportPlanner.requests(session, options);
    Storages storages = new Storages(request.access());
    Optional<DatasetDirectory> directory = storages.localDirectory(place).map(DatasetDirectory::of);
    List<String> places =
        directory
            .map(there -> there.files().stream().map(Path::toString).toList())
            .orElse(List.of(place));
    Manifest manifest = directory.flatMap(DatasetDirectory::manifest).orElse(Manifest.EMPTY);
    String name = request.table();
    if (name == null) {
      List<VerifiedFile> files = new ArrayList<>();
      for (String each : places) {
        NamedInput file = storages.open(each);
        files.add(alone(file, manifest.of(file.lastName())));
      }
      return planned(requests, place, files, manifest, Optional.empty());
    }
    TableSchema table = Tables.find(requests, waiter, request.keyspace(), name);
    List<OpenedFile> opened = open(storages, table, places);
    List<VerifiedFile> files = new ArrayList<>();
    for (OpenedFile each : opened) {
      Optional<ParquetSource> parquet =
          each.source() instanceof MatchedFile matched
              ? Optional.of(matched.file())
              : Optional.empty();
      files.add(verified(each.input(), parquet, manifest.of(each.input().lastName())));
    }
    return planned(
        requests, place, files, manifest, Optional.of(comparison(requests, table, place, opened)));
  }

  private VerifiedFile alone(NamedInput file, Optional<DataFile> listed) {
    Format format = FileFormat.ofSource(file.name(), OptionSet.NONE);
    if (format == Format.PARQUET) {
      return verified(file, Optional.of(ParquetSource.open(file.file(), file.name())), listed);
    }
    if (listed.isEmpty()) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          file.name()
              + " is "
              + format
              + ", which carries nothing that it could be checked against",
          "Compare it with its table: VERIFY '" + request.file() + "' AGAINST keyspace.table");
    }
    return verified(file, Optional.empty(), listed);
  }

  private VerifiedFile verified(
      NamedInput file, Optional<ParquetSource> parquet, Optional<DataFile> listed) {
    return new VerifiedFile(file, parquet, parquet.flatMap(this::exported), listed);
  }

  private VerifyPlan planned(
      Requests requests,
      String name,
      List<VerifiedFile> files,
      Manifest manifest,
      Optional<Comparison> comparison) {
    return new VerifyPlan(
        name, files, manifest.digest(), comparison, requests.consistency(), distinct(warnings));
  }

  private static List<String> distinct(List<String> all) {
    return all.stream().distinct().toList();
  }

  /** Matches the file's fields to the columns that it says it was exported from. */
  private Optional<ExportedRows> exported(ParquetSource file) {
    OptionalInt later = FileMetadata.laterDigest(file.metadata());
    if (later.isPresent()) {
      warnings.add(
          "The file carries a digest of its rows of version "
              + later.getAsInt()
              + ", which this version of the library cannot compare: that they are those that were"
              + " written is not checked");
      return Optional.empty();
    }
    Optional<FileDigest> digest;
    Optional<RowSchema> rows;
    try {
      digest = FileMetadata.digest(file.metadata());
      rows = FileMetadata.read(file.metadata()).map(FileMetadata::rows);
    } catch (TransferException e) {
      throw e.at(Place.file(file.name()));
    }
    if (digest.isEmpty() || rows.isEmpty()) {
      warnings.add(
          "The file carries no digest of its rows: that they are those that were written cannot be"
              + " told from it");
      return Optional.empty();
    }
    List<Target> targets =
        rows.get().columns().stream().map(column -> new Target(column, column.name())).toList();
    ImportMapping mapping = file.mapToCompare(targets);
    List<String> key = digest.get().partitionKey();
    RowDigests digests = new RowDigests(rows.get(), mapping.kept(), key, slicing(rows.get(), key));
    return Optional.of(new ExportedRows(new MatchedFile(file, mapping), digests, digest.get()));
  }

  /** Returns the slices of the ring, or one slice where the ring or the key is not there. */
  private Slicing slicing(RowSchema rows, List<String> key) {
    List<OptionalInt> cells = key.stream().map(rows::indexOf).toList();
    if (key.isEmpty() || cells.contains(OptionalInt.empty())) {
      return Slicing.NONE; // also where the ring is one that cannot be cut
    }
    int[] keyCells = cells.stream().mapToInt(OptionalInt::getAsInt).toArray();
    return Ring.of(session, "")
        .<Slicing>map(ring -> ring.keyTokens(keyCells).slices())
        .orElse(Slicing.NONE);
  }

  private List<OpenedFile> open(Storages storages, TableSchema table, List<String> places) {
    ImportRequest asImport =
        ImportRequest.EMPTY.into(table.keyspace(), table.table()).within(request.access());
    for (String place : places) {
      asImport = asImport.from(new ImportSource.Place(place));
    }
    return new FileOpener(storages, table, asImport, ParquetSource::mapToCompare).open();
  }

  private Comparison comparison(
      Requests requests, TableSchema table, String name, List<OpenedFile> opened) {
    for (OpenedFile each : opened) {
      warnOfColumns(each.match());
      warnings.addAll(each.source().warnings());
    }
    OpenedFile first = opened.get(0);
    List<Column> columns = first.match().columns();
    List<KeptPrecision> kept = kept(first.source(), columns);
    for (OpenedFile other : opened) {
      if (!other.match().columns().equals(columns) || !kept(other.source(), columns).equals(kept)) {
        throw TransferException.of(
            ErrorCode.UNSUPPORTED,
            other.name() + " has other columns than " + first.name() + ", or other types for them",
            "Verify the files one by one");
      }
    }
    Source.Table source =
        new Source.Table(
            table.keyspace(),
            table.table(),
            columns.stream().map(Column::name).toList(),
            null,
            List.of());
    Selection selection = Selection.of(requests, waiter, source, options);
    return new Comparison(
        table,
        name,
        opened.stream().map(OpenedFile::source).toList(),
        selection.digests(kept),
        requests,
        selection,
        options,
        request.relation() == Verify.Relation.CONTAINED);
  }

  /** Of keys every byte counts: two keys that the file does not tell apart are two rows. */
  private static List<KeptPrecision> kept(RowSource file, List<Column> columns) {
    List<KeptPrecision> kept = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      KeptPrecision ofFile =
          file instanceof MatchedFile parquet
              ? parquet.mapping().kept().get(i)
              : KeptPrecision.FULL;
      kept.add(columns.get(i).role().isKey() ? KeptPrecision.EVERY_BYTE : ofFile);
    }
    return kept;
  }

  private void warnOfColumns(ColumnMatch match) {
    if (!match.lacking().isEmpty()) {
      warnings.add(
          "Not compared, because the file does not have them: "
              + match.lacking().stream().map(Column::cqlName).collect(Collectors.joining(", ")));
    }
    if (!match.unused().isEmpty()) {
      warnings.add(
          "Not compared, because the table does not have them: "
              + match.unused().stream()
                  .map(CqlName::quoteIfNeeded)
                  .collect(Collectors.joining(", ")));
    }
  }
}
