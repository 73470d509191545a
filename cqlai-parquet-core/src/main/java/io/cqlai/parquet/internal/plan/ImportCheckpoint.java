package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.checkpoint.CheckpointPlan;
import io.cqlai.parquet.internal.checkpoint.JobIdentity;
import io.cqlai.parquet.internal.load.WriteTime;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.schema.TableSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checkpoint of an import, and what makes it the same import when it goes on. */
final class ImportCheckpoint {

  /** As much of a file's end as tells it from another: the footer of most Parquet files. */
  private static final int END_BYTES = 256 << 10;

  private ImportCheckpoint() {}

  /**
   * Returns the checkpoint that the options ask for.
   *
   * @param tableId what tells the table from one of the same name that was there before or comes
   *     after it
   * @throws TransferException BAD_OPTION when another run could not go on from it
   */
  static Optional<CheckpointPlan> of(
      CqlSession session,
      Storages storages,
      ImportRequest request,
      TableSchema table,
      String tableId,
      WriteChoices choices,
      List<OpenedFile> files) {
    refuseWhatCannotGoOn(request, choices);
    String job = "." + table.keyspace() + "." + table.table();
    Optional<Path> beside =
        request.sources().get(0) instanceof ImportSource.Place first
            ? storages.checkpointBeside(first.text(), job)
            : Optional.empty();
    return CheckpointChoice.of(
        request.options(), storages, beside, identity(session, table, tableId, files));
  }

  private static void refuseWhatCannotGoOn(ImportRequest request, WriteChoices choices) {
    if (request.sources().stream().anyMatch(ImportSource.Given.class::isInstance)) {
      throw refused(
          "what is read is lent by the caller, and another run cannot know that it reads the same",
          "Name the file by its path");
    }
    if (choices.mode() == WriteMode.COUNTER) {
      throw refused(
          "MODE is COUNTER: of what was on its way when a run was killed nobody knows whether it"
              + " was added",
          "Leave it out");
    }
    if (choices.mode() == WriteMode.UPSERT && choices.writeTime() instanceof WriteTime.Server) {
      throw refused(
          "TIMESTAMP is SERVER: rows that are written again would be later than what was written"
              + " to them meanwhile",
          "Leave TIMESTAMP out, which gives all rows of all runs the time of the first run");
    }
  }

  private static TransferException refused(String reason, String remedy) {
    return TransferException.of(
        ErrorCode.BAD_OPTION,
        "RESUME and CHECKPOINT cannot be used with this import, because " + reason,
        remedy);
  }

  private static JobIdentity identity(
      CqlSession session, TableSchema table, String tableId, List<OpenedFile> files) {
    JobIdentity identity =
        JobIdentity.NONE
            .with("the cluster", session.getMetadata().getClusterName().orElse(""))
            .with("the table", table.cqlName() + " " + tableId)
            .with("the columns", joined(files.stream().map(ImportCheckpoint::columns).toList()))
            // one that was moved with its directory is the same
            .with("the files", joined(files.stream().map(f -> f.input().lastName()).toList()));
    for (int i = 0; i < files.size(); i++) {
      identity =
          identity.with(
              files.size() == 1 ? "the content of the file" : "the content of file " + (i + 1),
              content(files.get(i)));
    }
    return identity;
  }

  private static String columns(OpenedFile file) {
    return file.match().pairs().stream()
        .map(pair -> pair.text() + " " + pair.column().type().toCql() + " " + pair.column().role())
        .collect(Collectors.joining(", "));
  }

  private static String content(OpenedFile file) {
    return file.bytes() + " " + JobIdentity.hash(file.input().lastBytes(END_BYTES));
  }

  private static String joined(List<String> texts) {
    return String.join("\n", texts);
  }
}
