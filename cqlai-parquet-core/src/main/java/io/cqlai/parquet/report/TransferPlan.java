package io.cqlai.parquet.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a transfer would do, found out without moving a row. Its {@link #toString()} is what EXPLAIN
 * prints.
 *
 * @param subject the table as CQL writes it, or the query's text
 * @param statement the CQL that reads or writes the rows
 * @param units how many parts there are: token ranges, or row groups
 * @param estimatedRows about how many rows there are; empty when nothing tells
 * @param files where the rows go to or come from
 * @param columns a line for each column: its name, CQL type, Parquet type, and what may be lost
 * @param warnings what a caller should know beforehand, each a sentence
 */
public record TransferPlan(
    String subject,
    String statement,
    long units,
    OptionalLong estimatedRows,
    List<String> files,
    List<String> columns,
    List<String> warnings) {

  public TransferPlan {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "Subject", subject);
    line(text, "CQL", statement);
    line(text, "Parts", Long.toString(units));
    line(
        text,
        "Rows",
        estimatedRows.isPresent() ? "about " + estimatedRows.getAsLong() : "not known");
    files.forEach(file -> line(text, "File", file));
    columns.forEach(column -> line(text, "Column", column));
    warnings.forEach(warning -> line(text, "Warning", warning));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format("%-8s %s%n", label, value));
  }
}
