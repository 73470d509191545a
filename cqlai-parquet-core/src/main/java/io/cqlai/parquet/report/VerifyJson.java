package io.cqlai.parquet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** Prints what a verification has found as JSON. */
final class VerifyJson {

  private VerifyJson() {}

  static String write(VerifyReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", report.file());
    report.table().ifPresent(table -> json.put("table", table));
    json.put("equal", report.isEqual());
    json.put("fileRows", report.fileRows());
    report.tableRows().ifPresent(rows -> json.put("tableRows", rows));
    json.put("rowGroups", report.rowGroups());
    json.put("bytes", report.bytes());
    report.digest().ifPresent(digest -> json.put("digest", digest));
    report.checked().forEach(json.putArray("checked")::add);
    ObjectNode counts = json.putObject("counts");
    new TreeMap<>(report.counts()).forEach((kind, count) -> counts.put(kind.name(), count));
    ArrayNode differences = json.putArray("differences");
    for (Difference difference : report.differences()) {
      ObjectNode one = differences.addObject();
      one.put("kind", difference.kind().name()).put("where", difference.where());
      difference.columns().forEach(one.putArray("columns")::add);
    }
    json.put("consistency", report.consistency());
    ReportJson.putTimes(json, report.started(), report.ended());
    report.warnings().forEach(json.putArray("warnings")::add);
    return json.toPrettyString();
  }
}
