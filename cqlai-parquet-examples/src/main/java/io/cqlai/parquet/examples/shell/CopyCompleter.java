package io.cqlai.parquet.examples.shell;

import io.cqlai.parquet.copy.Completion;
import io.cqlai.parquet.copy.Statements;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes COPY statements: keywords, options that are not given yet, and their values. */
final class CopyCompleter implements Completer {

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    Completion completion = Statements.complete(line.line(), line.cursor());
    int wordStart = line.cursor() - line.wordCursor();
    String before =
        completion.start() >= wordStart ? line.line().substring(wordStart, completion.start()) : "";
    for (String word : completion.candidates()) {
      candidates.add(new Candidate(before + word));
    }
  }
}
