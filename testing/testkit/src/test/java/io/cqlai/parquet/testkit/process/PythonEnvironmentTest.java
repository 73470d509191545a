package io.cqlai.parquet.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class PythonEnvironmentTest {

  @TempDir Path directory;

  @Test
  @Tag("long")
  void installsPackagesOnceAndRunsScriptsWithThem() throws Exception {
    String wheel = wheel("greeting", "WORD = 'grüezi'").toString();
    List<CompletableFuture<PythonEnvironment>> asked =
        List.of(
            CompletableFuture.supplyAsync(() -> environment(wheel)),
            CompletableFuture.supplyAsync(() -> environment(wheel)));
    PythonEnvironment python = asked.get(0).get();
    assertThat(asked.get(1).get().interpreter()).isEqualTo(python.interpreter());

    Path script = directory.resolve("script.py");
    Files.writeString(script, "import greeting, sys\nprint(greeting.WORD, sys.argv[1])\n");
    assertThat(python.run(script, 7).requireSuccess().output()).isEqualTo("grüezi 7\n");
    assertThat(python.runCode("import sys; print('no'); sys.exit(2)").exitStatus()).isEqualTo(2);

    Path mark = python.interpreter().getParent().resolveSibling("complete");
    FileTime made = Files.getLastModifiedTime(mark);
    environment(wheel);
    assertThat(Files.getLastModifiedTime(mark)).isEqualTo(made);
  }

  @Test
  @Tag("long")
  void makesABrokenOffEnvironmentAgain() throws Exception {
    PythonEnvironment python = environment();
    Path home = python.interpreter().getParent().getParent();
    Files.delete(home.resolve("complete"));
    Files.writeString(home.resolve("rest"), "of an attempt that was broken off");

    assertThat(environment().runCode("print(1)").requireSuccess().output()).isEqualTo("1\n");
    assertThat(home.resolve("rest")).doesNotExist();
  }

  @Test
  void skipsTheTestWhereThereIsNoPython() {
    assertThatThrownBy(() -> PythonEnvironment.withPackages("no-such-python", directory, true))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("There is no no-such-python here");
  }

  @Test
  void skipsTheTestWithoutPackagesButFailsInCi() {
    String missing = directory.resolve("missing-1.0-py3-none-any.whl").toString();
    assertThatThrownBy(() -> environment(missing))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("cannot be installed")
        .hasMessageContaining(missing);
    assertThatThrownBy(() -> PythonEnvironment.withPackages("python3", cache(), true, missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be installed");
  }

  private PythonEnvironment environment(String... packages) {
    return PythonEnvironment.withPackages("python3", cache(), false, packages);
  }

  private Path cache() {
    return directory.resolve("environments");
  }

  /** The smallest package that pip installs from a file, with no index at all. */
  private Path wheel(String name, String code) throws IOException {
    Path wheel = directory.resolve(name + "-1.0-py3-none-any.whl");
    String info = name + "-1.0.dist-info/";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
      add(zip, name + ".py", code + "\n");
      add(zip, info + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n");
      add(
          zip,
          info + "WHEEL",
          "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      add(
          zip,
          info + "RECORD",
          name + ".py,,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
    }
    return wheel;
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
