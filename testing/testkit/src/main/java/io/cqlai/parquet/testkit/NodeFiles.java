package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of one node: its home directory with configuration and data, and its log outside. */
record NodeFiles(Path home, Path log) {

  Path configuration() {
    return home.resolve("cassandra.yaml");
  }

  Path logback() {
    return home.resolve("logback.xml");
  }

  Path temporary() {
    return home.resolve("tmp");
  }

  /** Writes what the server reads at its start; the data of an earlier start stay. */
  void write(Map<String, String> settings) throws IOException {
    Files.createDirectories(temporary());
    Files.createDirectories(log.toAbsolutePath().getParent());
    StringBuilder yaml = new StringBuilder();
    settings.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
    Files.writeString(configuration(), yaml, StandardCharsets.UTF_8);
    Files.writeString(
        logback(),
        """
        <configuration>
          <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
            <encoder>
              <pattern>%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0}: %msg%n</pattern>
            </encoder>
          </appender>
          <root level="INFO"><appender-ref ref="console"/></root>
        </configuration>
        """,
        StandardCharsets.UTF_8);
  }
}
