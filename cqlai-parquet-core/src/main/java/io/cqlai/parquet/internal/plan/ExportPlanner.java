package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.dataset.DatasetDirectory;
import io.cqlai.parquet.internal.dataset.DirectoryFiles;
import io.cqlai.parquet.internal.dataset.ExportFiles;
import io.cqlai.parquet.internal.dataset.SingleFile;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.StagedDirectory;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.spi.OutputFormat;
import io.cqlai.parquet.spi.Staged;
import io.cqlai.parquet.spi.StagedFile;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.annotation.Nullable;

/** Makes an export's request into its plan; everything is checked, and no row is read. */
public final class ExportPlanner {

  private static final long FILE_BYTES = 512L << 20;

  private final CqlSession session;
  private final Awaiting waiter;
  private final ExportRequest request;
  private final OptionSet options;

  private ExportPlanner(CqlSession session, Awaiting waiter, ExportRequest request) {
    this.session = session;
    this.waiter = waiter;
    this.request = request;
    this.options = request.options();
  }

  /**
   * Plans an export.
   *
   * @throws TransferException when anything about the request is wrong
   */
  public static ExportPlan plan(CqlSession session, Awaiting waiter, ExportRequest request) {
    return new ExportPlanner(session, waiter, request).plan();
  }

  private ExportPlan plan() {
    Source source = said(request.source(), "what to export", ".table(…) or .query(…)");
    Target target = said(request.target(), "where to", ".to(…)");
    Requests requests = requests(session, options);
    Selection selection = Selection.of(requests, waiter, source, options);
    Storages storages = new Storages(request.access());
    Format fileFormat = format(storages, target);
    ExportFiles files = files(storages, target, selection, fileFormat);
    StagedFile errorFile = errorFile(storages, files.staged());
    Parallelism parallelism = new Parallelism(session, options);
    int writers = parallelism.writers(selection.units().size());
    ParquetFormat exact =
        OutputFormats.parquet(
            selection.rows(),
            selection.table().orElse(null),
            selection.cql(),
            options,
            parallelism.rowGroupBytes(writers, files.mostBytes()));
    OutputFormat format =
        fileFormat == Format.PARQUET
            ? exact
            : OutputFormats.text(fileFormat, selection.rows(), options);
    return new ExportPlan(
        ReadPlan.of(requests, selection, options),
        writers,
        options.bound(CopyOption.LIMIT, -1),
        format,
        fileFormat == Format.PARQUET
            ? Optional.of(selection.digests(exact.mapping().kept()))
            : Optional.empty(),
        files,
        options.bound(CopyOption.MAXERRORS, 0),
        errorFile == null
            ? null
            : new RejectTarget(errorFile, exact.exact(RejectTarget.columns(selection.rows()))),
        checkpoint(storages, target, requests, selection, fileFormat, exact),
        printed(selection, format, files, errorFile));
  }

  private Optional<ExportCheckpoint> checkpoint(
      Storages storages,
      Target target,
      Requests requests,
      Selection selection,
      Format fileFormat,
      ParquetFormat format) {
    if (!CheckpointChoice.isMade(options)) {
      return Optional.empty();
    }
    if (fileFormat != Format.PARQUET) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "An export to " + fileFormat + " keeps no checkpoint in this version",
          "Leave RESUME and CHECKPOINT out, or export to Parquet");
    }
    Optional<Target.Place> place =
        target instanceof Target.Place named ? Optional.of(named) : Optional.empty();
    Optional<Path> beside = place.flatMap(named -> storages.checkpointBeside(named.text(), ""));
    Optional<DatasetDirectory> directory =
        place.flatMap(named -> storages.localDirectory(named.text())).map(DatasetDirectory::of);
    Optional<Long> bytes =
        place
            .filter(named -> !storages.isDirectory(named.text()))
            .flatMap(named -> storages.find(named.text()))
            .map(NamedInput::bytes)
            .or(() -> directory.flatMap(DatasetDirectory::bytes));
    return CheckpointChoice.of(options, storages, beside, selection.identity(requests, waiter))
        .map(
            plan ->
                new ExportCheckpoint(
                    plan,
                    format,
                    new Parallelism(session, options).partBytes(format.settings().rowGroupBytes()),
                    bytes,
                    directory.flatMap(DatasetDirectory::identity)));
  }

  /** Derives how requests are sent from the options that export and import share. */
  static Requests requests(CqlSession session, OptionSet options) {
    Optional<ConsistencyLevel> consistency =
        options.text(CopyOption.CONSISTENCY).map(DefaultConsistencyLevel::valueOf);
    return Requests.of(
        session,
        options.text(CopyOption.EXECUTION_PROFILE).orElse(null),
        options.duration(CopyOption.REQUEST_TIMEOUT).orElse(null),
        consistency.orElse(null));
  }

  private ExportFiles files(Storages storages, Target target, Selection selection, Format format) {
    if (target instanceof Target.Given given) {
      if (options.has(CopyOption.IF_EXISTS)) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION,
            "IF_EXISTS does not apply to " + given.file().name() + ", which the caller has opened",
            "Leave it out");
      }
      refuseFileSize(given.file().name());
      return new SingleFile(given.file());
    }
    String place = ((Target.Place) target).text();
    if (storages.isDirectory(place)) {
      return directory(storages, place, selection, format);
    }
    refuseFileSize(place);
    return new SingleFile(
        storages.stage(
            place, options.choice(CopyOption.IF_EXISTS, IfExists.class, IfExists.REPLACE)));
  }

  private void refuseFileSize(String place) {
    if (options.has(CopyOption.MAX_FILE_SIZE)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "MAX_FILE_SIZE is for the files of a directory, and " + place + " is one file",
          "Leave it out, or name a directory, with a slash at its end");
    }
  }

  private ExportFiles directory(
      Storages storages, String place, Selection selection, Format format) {
    IfExists ifExists = options.choice(CopyOption.IF_EXISTS, IfExists.class, IfExists.ERROR);
    Set<String> replaceable =
        storages
            .localDirectory(place)
            .filter(there -> ifExists == IfExists.REPLACE)
            .map(there -> DatasetDirectory.of(there).replaceable())
            .orElse(Set.of());
    StagedDirectory directory = storages.stageDirectory(place, ifExists, replaceable);
    if (!CheckpointChoice.isMade(options)) { // which may say that all is done
      directory.check();
    }
    return new DirectoryFiles(
        directory,
        format.name().toLowerCase(Locale.ROOT),
        options.number(CopyOption.MAX_FILE_SIZE).orElse(FILE_BYTES),
        selection.cql(),
        selection.rows());
  }

  private Format format(Storages storages, Target target) {
    if (!(target instanceof Target.Place place)) {
      return FileFormat.ofUnnamed(options);
    }
    FileFormat.requireName(place.text());
    return storages.isDirectory(place.text())
        ? FileFormat.ofUnnamed(options)
        : FileFormat.ofTarget(place.text(), options);
  }

  @Nullable
  private StagedFile errorFile(Storages storages, Staged target) {
    if (!options.has(CopyOption.ERRFILE)) {
      return null;
    }
    String place = options.text(CopyOption.ERRFILE).orElse("");
    FileFormat.checkErrorFile(place, Format.PARQUET, "an export");
    StagedFile file = storages.stage(place, IfExists.REPLACE);
    if ((file.name() + File.separator).startsWith(target.name() + File.separator)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "ERRFILE is " + file.name() + ", and " + target.name() + " is what is to be written",
          "Name another file");
    }
    return file;
  }

  private static TransferPlan printed(
      Selection selection, OutputFormat format, ExportFiles files, @Nullable StagedFile errorFile) {
    List<String> names = new ArrayList<>(List.of(files.text()));
    if (errorFile != null) {
      names.add(errorFile.name() + " (rows that do not fit)");
    }
    List<String> warnings = new ArrayList<>(selection.warnings());
    warnings.addAll(format.warnings());
    long partitions = selection.estimate().partitions();
    boolean oneRowEach = selection.rowsArePartitions();
    return new TransferPlan(
        selection.subject(),
        selection.cql(),
        selection.units().size(),
        partitions > 0 && oneRowEach ? OptionalLong.of(partitions) : OptionalLong.empty(),
        names,
        format.columns(),
        warnings);
  }

  private static <T> T said(@Nullable T part, String what, String how) {
    if (part == null) {
      throw TransferException.of(
          ErrorCode.BAD_CALL, "The export does not say " + what, "Say it with " + how);
    }
    return part;
  }
}
