package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import io.cqlai.parquet.copy.Token.Kind;
import java.util.List;
import java.util.Locale;

/**
 * Completes a statement by parsing what stands before the word at the cursor, and asking the parser
 * what it would have taken next.
 */
final class StatementCompleter {

  private StatementCompleter() {}

  static Completion complete(String text, int cursor) {
    // A letter at the cursor shows how the lexer reads what is typed there.
    List<Fragment> fragments = ScriptSplitter.split(text.substring(0, cursor) + "x");
    if (fragments.isEmpty()) {
      return nothing(cursor);
    }
    Fragment fragment = fragments.get(fragments.size() - 1);
    List<Token> tokens = Lexer.tokens(fragment.text());
    Token word = tokens.get(tokens.size() - 2);
    boolean string = word.is(Kind.UNCLOSED) && word.value().equals("'");
    boolean touches = fragment.offset() + word.end() == cursor + 1;
    if (!touches || (!string && !word.is(Kind.WORD) && !word.is(Kind.NUMBER))) {
      return nothing(cursor);
    }
    int start = fragment.offset() + word.start();
    if (start == cursor && cursor > 0 && "'\"".indexOf(text.charAt(cursor - 1)) >= 0) {
      return nothing(cursor);
    }
    return complete(
        fragment.text().substring(0, word.start()), text.substring(start, cursor), start);
  }

  private static Completion complete(String before, String typed, int start) {
    Wishes wishes = new Wishes();
    try {
      StatementParser.parse(before, wishes);
    } catch (StatementException unfinished) {
      // A statement that stops in the middle is no mistake here; the wishes say how it goes on.
      if (wishes.isEmpty()) {
        return nothing(start + typed.length());
      }
    }
    boolean string = typed.startsWith("'");
    Wanted wanted = wishes.wanted();
    if (string && wanted != Wanted.VALUE && wanted != Wanted.PATH) {
      return nothing(start + typed.length());
    }
    String letters = (string ? typed.substring(1) : typed).toUpperCase(Locale.ROOT);
    List<String> fitting =
        wishes.candidates().stream()
            .filter(candidate -> candidate.replace("'", "").startsWith(letters))
            .toList();
    return new Completion(start, fitting, wanted);
  }

  private static Completion nothing(int cursor) {
    return new Completion(cursor, List.of(), Wanted.NOTHING);
  }
}
