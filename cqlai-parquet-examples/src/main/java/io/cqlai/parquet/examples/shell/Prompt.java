package io.cqlai.parquet.examples.shell;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.Statements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The prompt at a terminal, with history and completion; Control-C cancels what is running. */
final class Prompt {

  private static final Path HISTORY =
      Path.of(System.getProperty("user.home"), ".cqlai-parquet-history");

  private final CqlSession session;
  private final StatementLoop loop;

  Prompt(CqlSession session, StatementLoop loop) {
    this.session = session;
    this.loop = loop;
  }

  /**
   * Reads and runs statements until the person leaves.
   *
   * @return whether the last of them succeeded
   */
  boolean run() throws IOException {
    try (Terminal terminal = TerminalBuilder.terminal()) {
      terminal.handle(Terminal.Signal.INT, signal -> loop.cancel());
      loop.whenStopped(Thread.currentThread()::interrupt);
      DefaultParser parser = new DefaultParser();
      parser.setQuoteChars(new char[0]);
      parser.setEscapeChars(new char[0]);
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(parser)
              .completer(new CopyCompleter())
              .variable(LineReader.HISTORY_FILE, HISTORY)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      return readAndRun(reader);
    }
  }

  private boolean readAndRun(LineReader reader) {
    boolean succeeded = true;
    StringBuilder typed = new StringBuilder();
    while (!loop.isStopped()) {
      try {
        typed.append(reader.readLine(typed.isEmpty() ? prompt() : "   ... ")).append('\n');
      } catch (UserInterruptException e) {
        typed.setLength(0);
        continue;
      } catch (EndOfFileException e) {
        return succeeded;
      }
      String command = typed.toString().strip().toLowerCase(Locale.ROOT).replaceAll(";$", "");
      if (command.equals("exit") || command.equals("quit")) {
        return succeeded;
      }
      if (command.equals("help") || command.startsWith("help ")) {
        System.out.println(Statements.help(command.substring("help".length()).strip()));
        typed.setLength(0);
      } else if (Statements.isComplete(typed.toString())) {
        succeeded = loop.runAll(typed.toString());
        typed.setLength(0);
      }
    }
    Thread.interrupted(); // what is open is closed in peace
    return false;
  }

  private String prompt() {
    return "cql"
        + session.getKeyspace().map(CqlIdentifier::asInternal).map(k -> ":" + k).orElse("")
        + "> ";
  }
}
