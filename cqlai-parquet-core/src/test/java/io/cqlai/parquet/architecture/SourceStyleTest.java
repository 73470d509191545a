package io.cqlai.parquet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says about files, as far as a machine can tell. */
class SourceStyleTest {

  private static final Pattern EMPTY_NAME = Pattern.compile("(Helper|Utils?|Manager|Impl)\\.java$");
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern SWITCHED_OFF = Pattern.compile("@(Dis" + "abled|Ign" + "ore)\\b");
  private static final Pattern SYNCHRONIZED_BLOCK = Pattern.compile("\\bsynchronized\\s*\\(");
  private static final Pattern HOLDS_THREADS =
      Pattern.compile("internal/(run|checkpoint)/|^\\.\\./(testing|cqlai-parquet-examples)/");

  @Test
  void noFileIsLongerThan500Lines() throws IOException {
    for (Path file : Sources.all()) {
      assertThat(lines(file)).as("lines of %s", file).isLessThanOrEqualTo(500);
    }
  }

  @Test
  void nineFilesInTenHave300LinesAtMost() throws IOException {
    List<Integer> sizes = sizesOfMain();
    assertThat(sizes.get(sizes.size() * 9 / 10)).isLessThanOrEqualTo(300);
  }

  @Test
  void halfOfTheFilesHave100LinesAtMost() throws IOException {
    List<Integer> sizes = sizesOfMain();
    assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(100);
  }

  @Test
  void noNameIsEmptyOfMeaning() throws IOException {
    assertThat(Sources.all()).noneMatch(file -> EMPTY_NAME.matcher(file.toString()).find());
  }

  @Test
  void everyPackageSaysItsOneJobAndThatParametersAreNotNull() throws IOException {
    TreeSet<Path> packages = new TreeSet<>();
    Sources.main().forEach(file -> packages.add(file.getParent()));
    for (Path each : packages) {
      Path info = each.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(info).content().startsWith("/**").contains("@ParametersAreNonnullByDefault");
    }
  }

  @Test
  void nothingIsLeftUnfinishedOrSwitchedOff() throws IOException {
    for (Path file : Sources.all()) {
      assertThat(file).content().doesNotContainPattern(UNFINISHED);
      assertThat(file).content().doesNotContainPattern(SWITCHED_OFF);
    }
  }

  @Test
  void law3SynchronizedBlocksLiveInOnePackage() throws IOException {
    for (Path file : Sources.main()) {
      if (!HOLDS_THREADS.matcher(file.toString().replace('\\', '/')).find()) {
        assertThat(file).content().doesNotContainPattern(SYNCHRONIZED_BLOCK);
      }
    }
  }

  private static List<Integer> sizesOfMain() throws IOException {
    List<Integer> sizes = new java.util.ArrayList<>();
    for (Path file : Sources.main()) {
      sizes.add(lines(file));
    }
    sizes.sort(null);
    return sizes;
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }
}
