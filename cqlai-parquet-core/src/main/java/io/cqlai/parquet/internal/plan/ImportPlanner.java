package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.checkpoint.CheckpointPlan;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.ServerClock;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.internal.load.LoadSettings;
import io.cqlai.parquet.internal.load.LoadSpec;
import io.cqlai.parquet.internal.load.RowBinder;
import io.cqlai.parquet.internal.load.WriteTime;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.spi.RowSource;
import io.cqlai.parquet.spi.StagedFile;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes an import's request into its plan; everything is checked, and no row is written. */
public final class ImportPlanner {

  private static final long DEFAULT_CHUNK_ROWS = 10_000;

  private final CqlSession session;
  private final Awaiting waiter;
  private final ImportRequest request;
  private final OptionSet options;
  private final InstantSource clock;
  private final List<String> warnings = new ArrayList<>();

  private ImportPlanner(
      CqlSession session, Awaiting waiter, ImportRequest request, InstantSource clock) {
    this.session = session;
    this.waiter = waiter;
    this.request = request;
    this.options = request.options();
    this.clock = clock;
  }

  /**
   * Plans an import.
   *
   * @param clock this machine's clock
   * @throws TransferException when anything about the request is wrong
   */
  public static ImportPlan plan(
      CqlSession session, Awaiting waiter, ImportRequest request, InstantSource clock) {
    return new ImportPlanner(session, waiter, request, clock).plan();
  }

  private ImportPlan plan() {
    String name = request.table();
    if (name == null) {
      throw unsaid("which table to import into", ".table(…)");
    }
    if (request.sources().isEmpty()) {
      throw unsaid("what to read", ".from(…)");
    }
    Requests requests = ExportPlanner.requests(session, options);
    WritableTable.checkKeyspace(request.keyspace(), name);
    TableSchema table = Tables.find(requests, waiter, request.keyspace(), name);
    WritableTable.check(session, table);
    WriteChoices choices = WriteChoices.of(options, table, requests);
    Storages storages = new Storages(request.access());
    List<OpenedFile> opened = new FileOpener(storages, table, request).open();
    List<Optional<StagedFile>> errorFiles = ErrorFiles.of(storages, options, opened);
    List<PlannedFile> files = prepared(requests, table, choices, opened, errorFiles);
    warn(choices, requests, files);
    return new ImportPlan(
        table,
        requests,
        files,
        choices.writeTime(),
        choices.ttl(),
        options.number(CopyOption.SKIPROWS).orElse(0),
        options.bound(CopyOption.MAXROWS, -1),
        Math.toIntExact(options.number(CopyOption.CHUNKSIZE).orElse(DEFAULT_CHUNK_ROWS)),
        readers(choices, files),
        concurrency(choices.mode() == WriteMode.UPSERT),
        options.rate(),
        options.bound(CopyOption.MAXERRORS, 0),
        checkpoint(requests, storages, table, choices, opened),
        printed(table, opened, files));
  }

  private Optional<CheckpointPlan> checkpoint(
      Requests requests,
      Storages storages,
      TableSchema table,
      WriteChoices choices,
      List<OpenedFile> opened) {
    if (!CheckpointChoice.isMade(options)) {
      return Optional.empty();
    }
    String id = Tables.id(requests, waiter, table);
    return ImportCheckpoint.of(session, storages, request, table, id, choices, opened);
  }

  /** Prepares each statement once, however many files use it. */
  private List<PlannedFile> prepared(
      Requests requests,
      TableSchema table,
      WriteChoices choices,
      List<OpenedFile> opened,
      List<Optional<StagedFile>> errorFiles) {
    Map<LoadSpec, RowBinder> binders = new LinkedHashMap<>();
    List<PlannedFile> files = new ArrayList<>();
    for (int i = 0; i < opened.size(); i++) {
      OpenedFile file = opened.get(i);
      LoadSpec spec = choices.spec(table, file.match().columns());
      RowBinder binder = binders.get(spec);
      if (binder == null) {
        binder =
            waiter.await(
                RowBinder.prepare(requests, spec),
                "Preparing \"" + RowBinder.statements(spec).get(0) + "\"");
        binders.put(spec, binder);
      }
      warnings.addAll(file.match().warnings());
      file.source().warnings().forEach(w -> warnings.add("[" + file.name() + "] " + w));
      StagedFile errorFile = errorFiles.get(i).orElse(null);
      files.add(new PlannedFile(file.source(), binder, file.input(), errorFile));
    }
    return files;
  }

  private void warn(WriteChoices choices, Requests requests, List<PlannedFile> files) {
    if (choices.writeTime() instanceof WriteTime.JobStart) {
      waiter
          .await(ServerClock.check(requests, clock), "Asking the server for its time")
          .ifPresent(warnings::add);
    }
    boolean lists = files.stream().anyMatch(f -> f.binder().spec().hasOpenList());
    if (lists && choices.writeTime() instanceof WriteTime.Given) {
      warnings.add(
          "A list that is not frozen is written with a TIMESTAMP that was given: importing the same"
              + " rows again with the same TIMESTAMP adds the lists' elements once more");
    }
  }

  /**
   * Returns how many threads read. One does where the order of rows matters, because the server
   * gives the write times; where rows are counted that only reading shows; and where the caller's
   * own file may not bear more.
   */
  private int readers(WriteChoices choices, List<PlannedFile> files) {
    boolean ordered = !choices.writeTime().isSent();
    boolean given = request.sources().stream().anyMatch(ImportSource.Given.class::isInstance);
    if (ordered || given) {
      return 1;
    }
    boolean counted = options.has(CopyOption.SKIPROWS) || options.has(CopyOption.MAXROWS);
    long parts = 0;
    long bytes = 0;
    int columns = 0;
    for (PlannedFile file : files) {
      bytes += file.bytes();
      columns = Math.max(columns, file.binder().spec().columns().size());
      for (int part = 0; part < file.source().parts(); part++) {
        if (counted && file.source().rows(part).isEmpty()) {
          return 1;
        }
        parts++;
      }
    }
    return new Parallelism(session, options).readers(parts, bytes, columns);
  }

  private int concurrency(boolean inBatches) {
    Parallelism parallelism = new Parallelism(session, options);
    return parallelism
        .concurrency()
        .orElse(
            LoadSettings.concurrencyFor(
                Runtime.getRuntime().availableProcessors(), parallelism.nodes(), inBatches));
  }

  private TransferPlan printed(
      TableSchema table, List<OpenedFile> opened, List<PlannedFile> files) {
    Set<String> statements = new LinkedHashSet<>();
    Set<String> errorFiles = new LinkedHashSet<>();
    for (PlannedFile file : files) {
      statements.addAll(RowBinder.statements(file.binder().spec()));
      if (file.errorFile() != null) {
        errorFiles.add(file.errorFile().name() + " (rows that are rejected)");
      }
    }
    List<String> names = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    long parts = 0;
    for (OpenedFile file : opened) {
      OptionalLong rows = rows(file.source());
      names.add(rows.isPresent() ? file.name() + " (" + rows.getAsLong() + " rows)" : file.name());
      for (String line : file.source().columns()) {
        String text = opened.size() == 1 ? line : file.name() + ": " + line;
        columns.add(text);
      }
      parts += file.source().parts();
    }
    names.addAll(errorFiles);
    return new TransferPlan(
        table.cqlName(),
        String.join("; ", statements),
        parts,
        rowsToRead(opened),
        names,
        columns,
        warnings);
  }

  /**
   * Returns how many rows are going to be read; empty where a file does not say how many it has.
   */
  private OptionalLong rowsToRead(List<OpenedFile> opened) {
    long all = 0;
    for (OpenedFile file : opened) {
      OptionalLong rows = rows(file.source());
      if (rows.isEmpty()) {
        return rows;
      }
      all += rows.getAsLong();
    }
    long left = Math.max(0, all - options.number(CopyOption.SKIPROWS).orElse(0));
    return OptionalLong.of(Math.min(left, options.bound(CopyOption.MAXROWS, -1)));
  }

  private static OptionalLong rows(RowSource source) {
    long all = 0;
    for (int part = 0; part < source.parts(); part++) {
      OptionalLong rows = source.rows(part);
      if (rows.isEmpty()) {
        return rows;
      }
      all += rows.getAsLong();
    }
    return OptionalLong.of(all);
  }

  private static TransferException unsaid(String what, String how) {
    return TransferException.of(
        ErrorCode.BAD_CALL, "The import does not say " + what, "Say it with " + how);
  }
}
