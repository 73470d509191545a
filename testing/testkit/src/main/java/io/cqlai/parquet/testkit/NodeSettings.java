package io.cqlai.parquet.testkit;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in a node's cassandra.yaml: Cassandra's defaults, but for tests. */
final class NodeSettings {

  private NodeSettings() {}

  /**
   * The settings of one node.
   *
   * @param cluster the cluster's name
   * @param cql the node's address for CQL
   * @param seed the first node's address
   * @param storagePort the port for the nodes among themselves, the same on every node
   * @param tokens the number of virtual nodes
   * @param home where the data live
   * @param syncEveryWrite whether a write is answered only when it is on disk
   * @param more settings that win over these
   */
  static Map<String, String> of(
      String cluster,
      InetSocketAddress cql,
      InetSocketAddress seed,
      int storagePort,
      int tokens,
      Path home,
      boolean syncEveryWrite,
      Map<String, String> more) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cluster_name", quoted(cluster));
    settings.put("num_tokens", Integer.toString(tokens));
    settings.put("partitioner", "org.apache.cassandra.dht.Murmur3Partitioner");
    settings.put("endpoint_snitch", "SimpleSnitch");
    settings.put("listen_address", cql.getAddress().getHostAddress());
    settings.put("rpc_address", cql.getAddress().getHostAddress());
    settings.put("native_transport_port", Integer.toString(cql.getPort()));
    settings.put("storage_port", Integer.toString(storagePort));
    settings.put(
        "seed_provider",
        "[{class_name: org.apache.cassandra.locator.SimpleSeedProvider, parameters: [{seeds: \""
            + seed.getAddress().getHostAddress()
            + ":"
            + storagePort
            + "\"}]}]");
    settings.put("auto_bootstrap", "false");
    settings.put("data_file_directories", "[" + quoted(home.resolve("data")) + "]");
    settings.put("commitlog_directory", quoted(home.resolve("commitlog")));
    settings.put("hints_directory", quoted(home.resolve("hints")));
    settings.put("saved_caches_directory", quoted(home.resolve("saved_caches")));
    settings.put("cdc_raw_directory", quoted(home.resolve("cdc_raw")));
    if (syncEveryWrite) {
      settings.put("commitlog_sync", "batch");
    } else {
      settings.put("commitlog_sync", "periodic");
      settings.put("commitlog_sync_period", "10s");
    }
    // A mutation may be half a segment: a cell of 16,000,000 bytes has to fit.
    settings.put("commitlog_segment_size", "64MiB");
    // The default is a fortieth of the heap, which such a cell would not pass on a small one.
    settings.put("native_transport_max_request_data_in_flight", "128MiB");
    settings.put("native_transport_max_request_data_in_flight_per_ip", "128MiB");
    settings.put("auto_snapshot", "false");
    settings.put("materialized_views_enabled", "true");
    // Tests share few cores: slowness is not what they are about.
    settings.put("read_request_timeout", "30s");
    settings.put("range_request_timeout", "30s");
    settings.put("write_request_timeout", "30s");
    settings.put("counter_write_request_timeout", "30s");
    settings.put("cas_contention_timeout", "30s");
    settings.put("truncate_request_timeout", "60s");
    settings.put("request_timeout", "30s");
    settings.putAll(more);
    return settings;
  }

  private static String quoted(Object value) {
    return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
