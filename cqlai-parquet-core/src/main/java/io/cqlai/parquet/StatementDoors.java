package io.cqlai.parquet;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CaptureMode;
import io.cqlai.parquet.copy.CaptureStart;
import io.cqlai.parquet.copy.ColumnMapping;
import io.cqlai.parquet.copy.CopyFrom;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.CopySource;
import io.cqlai.parquet.copy.CopyTo;
import io.cqlai.parquet.copy.Name;
import io.cqlai.parquet.copy.Options;
import io.cqlai.parquet.copy.TableName;
import io.cqlai.parquet.copy.Verify;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.OptionSet;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import java.io.InputStream;
import java.io.OutputStream;
import javax.annotation.Nullable;

/**
 * Makes statements into the doors that do what they say.
 *
 * @param keyspace that of tables that are named without one, where the session has none
 * @param standardOutput what COPY TO STDOUT writes to, or null where it is refused
 * @param standardInput what COPY FROM STDIN reads, or null where it is refused
 */
record StatementDoors(
    CqlSession session,
    @Nullable CqlIdentifier keyspace,
    Access access,
    ProgressListener listener,
    MetricsListener metrics,
    @Nullable OutputStream standardOutput,
    @Nullable InputStream standardInput) {

  /** Returns the export that a statement says. */
  ParquetExporter exporter(CopyTo copy) {
    ParquetExporter door =
        ParquetExporter.on(session)
            .options(options(copy.options(), copy.target().isEmpty()))
            .access(access)
            .listener(listener)
            .metrics(metrics);
    door = copy.target().isPresent() ? door.to(copy.target().get()) : door.to(outputStream());
    if (copy.source() instanceof CopySource.Query query) {
      return door.query(query.cql());
    }
    CopySource.Table table = (CopySource.Table) copy.source();
    door = door.table(keyspace(table.name()), identifier(table.name().table()));
    if (!table.columns().isEmpty()) {
      door =
          door.columns(
              table.columns().stream()
                  .map(StatementDoors::identifier)
                  .toArray(CqlIdentifier[]::new));
    }
    return table.where().isPresent() ? door.where(table.where().get()) : door;
  }

  /** Returns the import that a statement says. */
  ParquetImporter importer(CopyFrom copy) {
    ParquetImporter door =
        ParquetImporter.on(session)
            .options(options(copy.options(), copy.paths().isEmpty()))
            .access(access)
            .listener(listener)
            .metrics(metrics)
            .table(keyspace(copy.table()), identifier(copy.table().table()));
    for (ColumnMapping column : copy.columns()) {
      CqlIdentifier name = identifier(column.column());
      door =
          column.field().isPresent() ? door.column(name, column.field().get()) : door.columns(name);
    }
    for (String path : copy.paths()) {
      door = door.from(path);
    }
    return copy.paths().isEmpty() ? door.from(inputStream()) : door;
  }

  /** Returns the capture that a statement begins. */
  CaptureSetup capture(CaptureStart start) {
    boolean silent = start.modes().contains(CaptureMode.SILENT);
    CaptureSetup setup =
        CaptureSession.on(session)
            .options(OptionSet.of(start.options()))
            .access(access)
            .listener(silent ? ProgressListener.NONE : listener)
            .metrics(metrics)
            .to(start.target());
    return start.modes().contains(CaptureMode.APPEND) ? setup.append() : setup;
  }

  /** Returns the verification that a statement says. */
  Verifier verifier(Verify verify) {
    Verifier door =
        Verifier.on(session).access(access).listener(listener).metrics(metrics).file(verify.path());
    if (verify.table().isEmpty()) {
      return door;
    }
    TableName table = verify.table().get();
    CqlIdentifier name = identifier(table.table());
    return switch (verify.relation()) {
      case EQUAL -> door.against(keyspace(table), name);
      case CONTAINED -> door.within(keyspace(table), name);
    };
  }

  /** Returns the import that a statement says, to be planned and not run. */
  ParquetImporter explained(CopyFrom copy) {
    if (copy.paths().isEmpty()) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "EXPLAIN would have to read what STDIN gives, which is then gone",
          "Explain the COPY of a file");
    }
    return importer(copy);
  }

  /** What has no name that could tell a format is CSV, as it is for cqlsh. */
  private static OptionSet options(Options given, boolean unnamed) {
    OptionSet options = OptionSet.of(given);
    return unnamed && !options.has(CopyOption.FORMAT)
        ? options.with(CopyOption.FORMAT, Format.CSV)
        : options;
  }

  private OutputStream outputStream() {
    if (standardOutput == null) {
      throw withoutStream("STDOUT", "standardOutput");
    }
    return standardOutput;
  }

  private InputStream inputStream() {
    if (standardInput == null) {
      throw withoutStream("STDIN", "standardInput");
    }
    return standardInput;
  }

  private static TransferException withoutStream(String name, String method) {
    return TransferException.of(
        ErrorCode.BAD_CALL,
        "There is no " + name + " here",
        "Name a file; a program gives its StatementRunner a stream with " + method + "(…)");
  }

  @Nullable
  private CqlIdentifier keyspace(TableName table) {
    return table
        .keyspace()
        .map(StatementDoors::identifier)
        .or(session::getKeyspace)
        .orElse(keyspace);
  }

  private static CqlIdentifier identifier(Name name) {
    return CqlIdentifier.fromInternal(name.text());
  }
}
