package io.cqlai.parquet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What documents point to is there. */
class DocumentsTest {

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(.*?)^ *```");
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  /** {@code CqlType} and {@code CqlType.Scalar}, but no constant and no keyword. */
  private static final Pattern CLASS =
      Pattern.compile("(?<![\\w'\"-])([A-Z]\\w*[a-z]\\w*)(?![\\w=])");

  /** In a picture words are written in capitals too: only those of two humps are classes. */
  private static final Pattern TWO_HUMPS = Pattern.compile("[A-Z]\\w*[a-z]\\w*[A-Z]\\w*");

  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|interface|enum|record|@interface) ([A-Z]\\w*)");
  private static final Pattern IMPORTED = Pattern.compile("(?m)^import [\\w.]+\\.([A-Z]\\w*);");

  @Test
  void everyClassThatIsNamedExists() throws IOException {
    Set<String> classes = new TreeSet<>();
    for (Path source : Sources.all()) {
      String text = Files.readString(source);
      found(DECLARED, text).forEach(classes::add);
      found(IMPORTED, text).forEach(classes::add);
    }
    for (String document : List.of("ARCHITECTURE.md", "CONTRIBUTING.md")) {
      Set<String> named = classesIn(Files.readString(Path.of("..", document)));
      assertThat(named).as("classes that %s names", document).isNotEmpty();
      assertThat(classes).as("classes that %s names", document).containsAll(named);
    }
  }

  private static Set<String> classesIn(String text) {
    Set<String> named = new TreeSet<>();
    for (String name : found(CLASS, String.join("\n", found(FENCED, text)))) {
      if (TWO_HUMPS.matcher(name).matches()) {
        named.add(name);
      }
    }
    for (String code : found(INLINE, FENCED.matcher(text).replaceAll(""))) {
      named.addAll(found(CLASS, code));
    }
    return named;
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> documents = Sources.endingIn(".md");
    assertThat(documents).hasSizeGreaterThan(5);
    for (Path document : documents) {
      String text = FENCED.matcher(Files.readString(document)).replaceAll("");
      for (String link : found(LINK, text)) {
        if (!ELSEWHERE.matcher(link).matches() && !resolves(document, link)) {
          broken.add(document + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean resolves(Path document, String link) throws IOException {
    String[] parts = URLDecoder.decode(link, StandardCharsets.UTF_8).split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    return Files.exists(target)
        && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
  }

  /** The anchors that GitHub gives to headings. */
  private static Set<String> anchors(String text) {
    return found(HEADING, FENCED.matcher(text).replaceAll("")).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
