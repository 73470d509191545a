package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.dataset.DatasetDirectory;
import io.cqlai.parquet.internal.format.RejectEncoder;
import io.cqlai.parquet.internal.format.csv.CsvFile;
import io.cqlai.parquet.internal.format.csv.CsvSettings;
import io.cqlai.parquet.internal.format.csv.CsvSource;
import io.cqlai.parquet.internal.format.json.JsonFile;
import io.cqlai.parquet.internal.format.json.JsonMatch;
import io.cqlai.parquet.internal.format.json.JsonSource;
import io.cqlai.parquet.internal.parquet.read.FileColumn;
import io.cqlai.parquet.internal.parquet.read.ImportMapping;
import io.cqlai.parquet.internal.parquet.read.MatchedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.read.Target;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.SpooledInput;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.schema.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Opens an import's files: each is looked into and each column matched before the first row. */
final class FileOpener {

  /** What a file of rejects, of an import or an export, says beside the fields of the rows. */
  private static final Set<String> PARQUET_REJECTS =
      Set.of("_file", "_row_group", "_row", "_column", "_reason", "_value");

  private static final Set<String> TEXT_REJECTS =
      Set.of(RejectEncoder.FILE, RejectEncoder.LINE, RejectEncoder.REASON);

  private final Storages storages;
  private final TableSchema table;
  private final ImportRequest request;
  private final OptionSet options;
  private final BiFunction<ParquetSource, List<Target>, ImportMapping> mapping;

  /** Makes what opens the files of an import, whose values are converted as its options say. */
  FileOpener(Storages storages, TableSchema table, ImportRequest request) {
    this(
        storages,
        table,
        request,
        (file, targets) ->
            file.map(
                targets,
                request.options().choice(CopyOption.CONVERT, Conversion.class, Conversion.SAFE)));
  }

  /**
   * Makes what opens files.
   *
   * @param mapping how the fields of a Parquet file become the columns that they were matched to
   */
  FileOpener(
      Storages storages,
      TableSchema table,
      ImportRequest request,
      BiFunction<ParquetSource, List<Target>, ImportMapping> mapping) {
    this.storages = storages;
    this.table = table;
    this.request = request;
    this.options = request.options();
    this.mapping = mapping;
  }

  List<OpenedFile> open() {
    checkColumns();
    List<OpenedFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ImportSource each : sources()) {
      NamedInput input = input(each);
      if (!names.add(input.name()) && each instanceof ImportSource.Place) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION,
            "The file " + input.name() + " is named twice",
            "Name each file once");
      }
      files.add(matched(each, input));
    }
    return files;
  }

  /** Returns the sources, with the files of directories in their place. */
  private List<ImportSource> sources() {
    List<ImportSource> sources = new ArrayList<>();
    for (ImportSource each : request.sources()) {
      Optional<Path> directory =
          each instanceof ImportSource.Place place
              ? storages.localDirectory(place.text())
              : Optional.empty();
      if (directory.isEmpty()) {
        sources.add(each);
      } else {
        for (Path file : DatasetDirectory.of(directory.get()).files()) {
          sources.add(new ImportSource.Place(file.toString()));
        }
      }
    }
    return sources;
  }

  private void checkColumns() {
    Set<String> seen = new HashSet<>();
    for (ColumnChoice choice : request.columns()) {
      String name = Columns.find(table, choice.column()).cqlName();
      if (!seen.add(name)) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION, "Column " + name + " is named twice", "Name each column once");
      }
    }
  }

  private NamedInput input(ImportSource source) {
    return source instanceof ImportSource.Given given
        ? given.input()
        : storages.open(((ImportSource.Place) source).text());
  }

  private OpenedFile matched(ImportSource from, NamedInput input) {
    Format format =
        from instanceof ImportSource.Place
            ? FileFormat.ofSource(input.name(), options)
            : FileFormat.ofUnnamed(options);
    return switch (format) {
      case PARQUET -> parquet(input);
      case CSV -> csv(input);
      case JSON -> json(input);
    };
  }

  private OpenedFile parquet(NamedInput input) {
    if (input.file() instanceof SpooledInput) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "A Parquet file is read from its end, which a stream has not got until it is over",
          "Save it as a file and import that; where it is text, say so with FORMAT");
    }
    ParquetSource source = ParquetSource.open(input.file(), input.name());
    List<String> fields = source.columns().stream().map(FileColumn::name).toList();
    ColumnMatch match = match(input, fields, PARQUET_REJECTS);
    List<Target> targets =
        match.pairs().stream().map(pair -> new Target(pair.column(), pair.field())).toList();
    MatchedFile matched = new MatchedFile(source, mapping.apply(source, targets));
    return new OpenedFile(Format.PARQUET, matched, match, input);
  }

  private OpenedFile csv(NamedInput input) {
    List<String> wanted = namesInOrder();
    CsvSettings settings = CsvOptions.of(options);
    CsvFile file = CsvFile.open(input.file(), input.name(), settings, wanted);
    if (settings.header()) {
      CsvHeader.check(file, wanted);
    } else if (options.has(CopyOption.ERRFILE)) {
      CsvOptions.checkNames(wanted, settings, "Choose another ENCODING, or leave ERRFILE out");
    }
    ColumnMatch match = match(input, file.fields(), TEXT_REJECTS);
    List<String> fields = match.pairs().stream().map(ColumnMatch.Pair::field).toList();
    CsvSource source = new CsvSource(file, match.columns(), fields, table.rows().names());
    return new OpenedFile(Format.CSV, source, match, input);
  }

  /** Each object of a file has members of its own: what is wanted may be there or not. */
  private OpenedFile json(NamedInput input) {
    JsonFile file = JsonFile.open(input.file(), input.name());
    ColumnMatch match = match(input, namesInOrder().stream().distinct().toList(), TEXT_REJECTS);
    List<String> members = match.pairs().stream().map(ColumnMatch.Pair::field).toList();
    if (Set.copyOf(members).size() < members.size()) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "Two columns are to be filled by one member of JSON's objects",
          "Name each member once");
    }
    JsonMatch matched = new JsonMatch(match.columns(), members, schemaMode(), TEXT_REJECTS);
    return new OpenedFile(Format.JSON, new JsonSource(file, matched), match, input);
  }

  /** Returns the names of the fields that are wanted, in the order of the columns. */
  private List<String> namesInOrder() {
    if (request.columns().isEmpty()) {
      return table.rows().names();
    }
    return request.columns().stream()
        .map(c -> c.field() == null ? Columns.find(table, c.column()).name() : c.field())
        .toList();
  }

  private ColumnMatch match(NamedInput input, List<String> fields, Set<String> extras) {
    return ColumnMatcher.match(
        table, request.columns(), input.name(), fields, extras, schemaMode());
  }

  private SchemaMode schemaMode() {
    return options.choice(CopyOption.SCHEMA_MODE, SchemaMode.class, SchemaMode.EVOLVE);
  }
}
