package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a script at the semicolons that end its statements. */
final class ScriptSplitter {

  private final String script;
  private final SourceText source;
  private final List<Token> tokens;
  private final List<Fragment> fragments = new ArrayList<>();

  private ScriptSplitter(String script) {
    this.script = script;
    this.source = new SourceText(script);
    this.tokens = Lexer.tokens(script);
  }

  static List<Fragment> split(String script) {
    ScriptSplitter splitter = new ScriptSplitter(script);
    splitter.run();
    return List.copyOf(splitter.fragments);
  }

  private void run() {
    int first = 0;
    boolean batch = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i == first) {
        batch = startsBatch(i);
      }
      if (token.isWord("APPLY") && tokens.get(i + 1).isWord("BATCH")) {
        batch = false;
      }
      boolean end = token.is(Kind.END);
      if (end || (token.isSymbol(';') && !batch)) {
        if (i > first) {
          add(tokens.get(first), tokens.get(i - 1), !end);
        }
        first = i + 1;
      }
    }
  }

  /** Whether a batch starts here, whose statements may end in semicolons of their own. */
  private boolean startsBatch(int at) {
    if (!tokens.get(at).isWord("BEGIN") || tokens.get(at + 1).is(Kind.END)) {
      return false;
    }
    Token second = tokens.get(at + 1);
    boolean kind = second.isWord("UNLOGGED") || second.isWord("COUNTER") || second.isWord("LOGGED");
    return tokens.get(kind ? at + 2 : at + 1).isWord("BATCH");
  }

  private void add(Token first, Token last, boolean terminated) {
    Place place = source.place(first.start(), last.end());
    fragments.add(
        new Fragment(
            script.substring(first.start(), last.end()),
            place.offset(),
            place.line(),
            place.column(),
            terminated));
  }
}
