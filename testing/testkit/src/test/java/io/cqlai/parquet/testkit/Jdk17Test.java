package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Jdk17Test {

  @TempDir Path directory;
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void takesThePropertyBeforeTheVariablesBeforeTheRunningJvm() throws IOException {
    Path byProperty = jdk("a", "17.0.15");
    Path byVariable = jdk("b", "17");
    Path byJavaHome = jdk("c", "17.0.1");
    Path running = jdk("d", "17.0.2");
    properties.put("cassandra.java.home", byProperty.toString());
    environment.put("JAVA17_HOME", byVariable.toString());
    environment.put("JAVA_HOME", byJavaHome.toString());
    properties.put("java.home", running.toString());

    assertThat(find()).isEqualTo(byProperty);
    properties.remove("cassandra.java.home");
    assertThat(find()).isEqualTo(byVariable);
    environment.remove("JAVA17_HOME");
    assertThat(find()).isEqualTo(byJavaHome);
    environment.put("JAVA_HOME", jdk("e", "25.0.3").toString());
    assertThat(find()).isEqualTo(running);
  }

  @Test
  void refusesANamedJdkOfAnotherVersion() throws IOException {
    Path later = jdk("later", "25.0.3");
    environment.put("JAVA17_HOME", later.toString());
    assertThatThrownBy(this::find)
        .hasMessageContaining("JAVA17_HOME is '" + later + "', which is not the home of a JDK 17")
        .hasMessageContaining("-Dcassandra.java.home=/path/to/jdk-17");
  }

  @Test
  void saysWhereItLookedAndWhatToDoWhenThereIsNone() throws IOException {
    Path later = jdk("later", "25.0.3");
    properties.put("java.home", later.toString());
    assertThatThrownBy(this::find)
        .isInstanceOf(CassandraStartException.class)
        .hasMessageContaining("needs a JDK 17, and none was found")
        .hasMessageContaining("the running JVM's home is " + later)
        .hasMessageContaining("Install a JDK 17");
  }

  private Path find() {
    return Jdk17.find(properties::get, environment);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    Path java = Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("java"));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
