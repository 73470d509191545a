package io.cqlai.parquet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the README's code as it stands there, in a directory of its own. */
@CassandraTest
class ReadmeTest {

  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import com.datastax.oss.driver.api.core.*;
      import io.cqlai.parquet.*;
      import io.cqlai.parquet.option.*;
      import io.cqlai.parquet.report.*;
      import java.nio.file.Path;
      """;

  @TempDir Path directory;

  @Test
  void runsEachBlockOfCode(TestKeyspace keyspace) throws Exception {
    keyspace.execute("CREATE TABLE users (id int PRIMARY KEY, name text, country text)");
    keyspace.execute("CREATE TABLE users_copy (id int PRIMARY KEY, name text, country text)");
    keyspace.execute("INSERT INTO users (id, name, country) VALUES (1, 'Grace', 'US')");
    List<String> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);

    for (int i = 0; i < blocks.size(); i++) {
      run("Block" + i, inDirectory(blocks.get(i)), keyspace.session());
    }

    assertThat(directory.resolve("users.parquet")).isNotEmptyFile();
    assertThat(keyspace.execute("SELECT name FROM users_copy WHERE id = 1").one().getString(0))
        .isEqualTo("Grace");
  }

  private static List<String> blocks() throws IOException {
    Matcher matcher = JAVA_BLOCK.matcher(Files.readString(Path.of("../README.md")));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  private String inDirectory(String block) {
    return block.replace("users.parquet", directory.resolve("users.parquet").toString());
  }

  private void run(String name, String block, CqlSession session) throws Exception {
    Path source = directory.resolve(name + ".java");
    Files.writeString(
        source,
        IMPORTS
            + "public class "
            + name
            + " { public static void run(CqlSession session) throws Exception {\n"
            + block
            + "}}\n");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(status).as("compiling:%n%s", block).isZero();
    URI classes = directory.toUri();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toURL()}, getClass().getClassLoader())) {
      Method run = loader.loadClass(name).getMethod("run", CqlSession.class);
      run.invoke(null, session);
    }
  }
}
