package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/copy-reference.md in step with the code. */
class CopyReferenceTest {

  private static final Path REFERENCE = Path.of("..", "docs", "copy-reference.md");

  @Test
  void listsTheOptionsThatWork() throws IOException {
    compare("options", ReferenceTables.options());
  }

  @Test
  void listsTheOptionsThatAreRefused() throws IOException {
    compare("refused", ReferenceTables.refused());
  }

  @Test
  void listsTheCodesOfMistakes() throws IOException {
    compare("codes", ReferenceTables.codes());
  }

  @Test
  void showsOnlyStatementsThatParse() throws IOException {
    Matcher blocks =
        Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(REFERENCE));
    int statements = 0;
    while (blocks.find()) {
      for (Fragment fragment : Statements.split(blocks.group(1))) {
        assertThat(Statements.parse(fragment.text())).isNotNull();
        statements++;
      }
    }
    assertThat(statements).isGreaterThan(5);
  }

  private static void compare(String table, String expected) throws IOException {
    String begin = "<!-- " + table + ":begin -->\n";
    String end = "\n<!-- " + table + ":end -->";
    String reference = Files.readString(REFERENCE);

    assertThat(reference).as("the marks of the table").contains(begin, end);
    String actual =
        reference.substring(reference.indexOf(begin) + begin.length(), reference.indexOf(end));
    assertThat(actual)
        .as("%s differs from the code; paste this between its marks:%n%s%n", table, expected)
        .isEqualTo(expected);
  }
}
