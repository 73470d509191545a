package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.read.FileColumn;
import io.cqlai.parquet.internal.parquet.read.MatchedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.read.Target;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Opens an import's files: each footer is checked and each column matched before the first row. */
final class FileOpener {

  /** What a file of rejects, of an import or an export, says beside the fields of the rows. */
  private static final Set<String> REJECT_FIELDS =
      Set.of("_file", "_row_group", "_row", "_column", "_reason", "_value");

  private final Storages storages;
  private final TableSchema table;
  private final ImportRequest request;
  private final SchemaMode schemaMode;
  private final Conversion conversion;

  FileOpener(Storages storages, TableSchema table, ImportRequest request) {
    this.storages = storages;
    this.table = table;
    this.request = request;
    OptionSet options = request.options();
    this.schemaMode = options.choice(CopyOption.SCHEMA_MODE, SchemaMode.class, SchemaMode.EVOLVE);
    this.conversion = options.choice(CopyOption.CONVERT, Conversion.class, Conversion.SAFE);
  }

  List<OpenedFile> open() {
    checkColumns();
    List<OpenedFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ImportSource each : request.sources()) {
      NamedInput input = input(each);
      if (!names.add(input.name()) && each instanceof ImportSource.Place) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION,
            "The file " + input.name() + " is named twice",
            "Name each file once");
      }
      files.add(matched(input));
    }
    return files;
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

  private OpenedFile matched(NamedInput input) {
    ParquetSource source = ParquetSource.open(input.file(), input.name());
    ColumnMatch match =
        ColumnMatcher.match(
            table,
            request.columns(),
            source.name(),
            source.columns().stream().map(FileColumn::name).toList(),
            REJECT_FIELDS,
            schemaMode);
    List<Target> targets =
        match.pairs().stream().map(pair -> new Target(pair.column(), pair.field())).toList();
    MatchedFile matched = new MatchedFile(source, source.map(targets, conversion));
    return new OpenedFile(matched, match, input.bytes());
  }
}
