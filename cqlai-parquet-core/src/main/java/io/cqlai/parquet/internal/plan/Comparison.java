package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.scan.TokenSlices;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.spi.RowSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Files and a table whose rows are compared: those columns that both have. */
public final class Comparison {

  private final TableSchema table;
  private final String name;
  private final List<RowSource> files;
  private final RowDigests digests;
  private final Requests requests;
  private final Selection selection;
  private final OptionSet options;
  private final boolean contained;

  Comparison(
      TableSchema table,
      String name,
      List<RowSource> files,
      RowDigests digests,
      Requests requests,
      Selection selection,
      OptionSet options,
      boolean contained) {
    this.table = table;
    this.name = name;
    this.files = List.copyOf(files);
    this.digests = digests;
    this.requests = requests;
    this.selection = selection;
    this.options = options;
    this.contained = contained;
  }

  /** Returns the table. */
  public TableSchema table() {
    return table;
  }

  /** Returns the name of the file or directory. */
  public String name() {
    return name;
  }

  /** Returns the files, their fields matched to the table's columns. */
  public List<RowSource> files() {
    return files;
  }

  /** Returns how digests of the rows of both sides are made. */
  public RowDigests digests() {
    return digests;
  }

  /** Tells whether the table may have rows that the file does not have. */
  public boolean mayHaveOthers() {
    return contained;
  }

  /** Tells whether each row has its whole primary key, so that it can be told from all others. */
  public boolean hasKeys() {
    return digests.rows().columns().containsAll(table.primaryKey());
  }

  /** Returns how all rows of the table are read, for one reading. */
  public ReadPlan reading() {
    return ReadPlan.of(requests, selection, options);
  }

  /** Returns how the rows of some slices are read; all rows where the table is read as a whole. */
  public List<ScanUnit> units(Collection<Integer> slices) {
    List<ScanUnit> units = new ArrayList<>();
    for (ScanUnit unit : selection.units()) {
      if (unit.span() == null || digests.slicing().count() == 1) {
        units.add(unit);
        continue;
      }
      for (int slice : slices) {
        TokenSlices.span(slice).common(unit.span()).map(unit::within).ifPresent(units::add);
      }
    }
    return units;
  }
}
