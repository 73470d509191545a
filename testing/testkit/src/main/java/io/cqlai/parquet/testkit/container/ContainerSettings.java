package io.cqlai.parquet.testkit.container;

import java.util.List;
import java.util.stream.Collectors;

/** What the tests need of cassandra.yaml in a container, the same for versions 3.11 to 5.0. */
final class ContainerSettings {

  /**
   * A setting under its name until 4.0, which later versions still take, and since 4.1. A file with
   * both is refused, so that either goes before the first is added.
   */
  private record Setting(String oldName, String newName, String value) {

    String command() {
      return "sed -i -E '/^#? ?("
          + oldName
          + "|"
          + newName
          + "):/d' \"$yaml\" && echo '"
          + oldName
          + ": "
          + value
          + "' >> \"$yaml\"";
    }
  }

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("enable_materialized_views", "materialized_views_enabled", "true"),
          new Setting("commitlog_segment_size_in_mb", "commitlog_segment_size", "64"),
          new Setting("auto_snapshot", "auto_snapshot", "false"),
          new Setting("read_request_timeout_in_ms", "read_request_timeout", "30000"),
          new Setting("range_request_timeout_in_ms", "range_request_timeout", "30000"),
          new Setting("write_request_timeout_in_ms", "write_request_timeout", "30000"),
          new Setting(
              "counter_write_request_timeout_in_ms", "counter_write_request_timeout", "30000"),
          new Setting("cas_contention_timeout_in_ms", "cas_contention_timeout", "30000"),
          new Setting("request_timeout_in_ms", "request_timeout", "30000"));

  private ContainerSettings() {}

  /** A bash script that changes the image's settings, then goes on as the image itself would. */
  static String script() {
    return "yaml=\"${CASSANDRA_CONF:-/etc/cassandra}/cassandra.yaml\" && echo >> \"$yaml\" && "
        + SETTINGS.stream().map(Setting::command).collect(Collectors.joining(" && "))
        + " && exec docker-entrypoint.sh cassandra -f";
  }
}
