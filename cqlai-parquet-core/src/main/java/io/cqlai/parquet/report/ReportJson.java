package io.cqlai.parquet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * Prints a report as JSON: one field per component, times in ISO 8601, duration in milliseconds.
 */
final class ReportJson {

  private ReportJson() {}

  static String write(TransferReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("subject", report.subject());
    json.put("rowsRead", report.rowsRead());
    json.put("rowsWritten", report.rowsWritten());
    json.put("rowsRejected", report.rowsRejected());
    json.put("rowsSkipped", report.rowsSkipped());
    json.put("bytes", report.bytes());
    json.put("rowGroups", report.rowGroups());
    report.files().forEach(json.putArray("files")::add);
    json.put("consistency", report.consistency());
    putTimes(json, report.started(), report.ended());
    report.warnings().forEach(json.putArray("warnings")::add);
    ArrayNode losses = json.putArray("losses");
    for (Loss loss : report.losses()) {
      losses
          .addObject()
          .put("column", loss.column())
          .put("what", loss.what())
          .put("count", loss.count());
    }
    if (report instanceof ExportReport export) {
      json.put("tokenRanges", export.tokenRanges());
      export.digest().ifPresent(digest -> json.put("digest", digest));
    } else if (report instanceof ImportReport load) {
      json.put("outcomeUnknown", load.outcomeUnknown());
    }
    return json.toPrettyString();
  }

  static void putTimes(ObjectNode json, Instant started, Instant ended) {
    json.put("started", started.toString());
    json.put("ended", ended.toString());
    json.put("durationMillis", Duration.between(started, ended).toMillis());
  }
}
