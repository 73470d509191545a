package io.cqlai.parquet.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of the container on this machine, with a stand-in for the image's own. */
class ContainerSettingsTest {

  @TempDir Path directory;

  @Test
  void replacesOldAndNewNamesAndGoesOnAsTheImageDoes() throws Exception {
    Files.writeString(
        directory.resolve("cassandra.yaml"),
        """
        cluster_name: 'Test Cluster'
        commitlog_segment_size: 32MiB
        # commitlog_segment_size_in_mb: 32
        materialized_views_enabled: false
        auto_snapshot: true
        num_tokens: 16""");
    Path entryPoint = directory.resolve("docker-entrypoint.sh");
    Files.writeString(entryPoint, "#!/bin/sh\necho started \"$@\"\n");
    assertThat(entryPoint.toFile().setExecutable(true)).isTrue();

    ProcessBuilder builder = new ProcessBuilder("bash", "-c", ContainerSettings.script());
    builder.environment().put("CASSANDRA_CONF", directory.toString());
    builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(output).isEqualTo("started cassandra -f\n");
    List<String> lines = Files.readAllLines(directory.resolve("cassandra.yaml"));
    assertThat(lines)
        .contains(
            "cluster_name: 'Test Cluster'",
            "num_tokens: 16",
            "commitlog_segment_size_in_mb: 64",
            "enable_materialized_views: true")
        .doesNotContain("commitlog_segment_size: 32MiB", "materialized_views_enabled: false");
    assertThat(lines.stream().filter(line -> line.startsWith("auto_snapshot:")))
        .containsExactly("auto_snapshot: false");
  }
}
