package io.cqlai.parquet.examples.shell;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.StatementRunner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.annotation.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A small shell for CQL and COPY: statements from the command line, a file, standard input, or a
 * person at a terminal. Its exit status is 0 only when all statements succeeded and no VERIFY found
 * a difference, and 4 when a signal ended it: a COPY that is running is cancelled then, and one
 * with RESUME can be run again to go on.
 */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = "Runs CQL, COPY, EXPLAIN COPY, VERIFY and CAPTURE on a Cassandra.",
    sortOptions = false)
public final class Shell implements Callable<Integer> {

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @ArgGroup @Nullable private Input input;

  private final Termination termination;

  private Shell(Termination termination) {
    this.termination = termination;
  }

  /** Where the statements come from; standard input without either. */
  static final class Input {
    @Option(
        names = {"-e", "--execute"},
        paramLabel = "STATEMENTS",
        description = "Run these statements and exit.")
    @Nullable
    private String statements;

    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        description = "Run the statements of a file and exit.")
    @Nullable
    private Path file;
  }

  /** Runs the shell and exits with its status. */
  public static void main(String[] arguments) {
    Termination termination = Termination.watch();
    int status = new CommandLine(new Shell(termination)).execute(arguments);
    termination.closed();
    System.exit(status);
  }

  @Override
  public Integer call() throws IOException {
    String script = script();
    ProgressDisplay progress = ProgressDisplay.onStandardError();
    try (Connection connected = connection.open();
        StatementRunner runner = runner(connected.session(), progress)) {
      StatementLoop loop = new StatementLoop(runner, progress);
      termination.of(loop);
      if (script == null) {
        return new Prompt(connected.session(), loop).run() ? 0 : 1;
      }
      return loop.runAll(script) ? 0 : 1;
    } catch (RuntimeException e) {
      System.err.println(StatementLoop.message(e));
      return 1;
    }
  }

  /** Rows come from standard input only where the statements do not. */
  private StatementRunner runner(CqlSession session, ProgressDisplay progress) {
    StatementRunner.Builder runner =
        StatementRunner.on(session)
            .listener(progress)
            .standardOutput(new FileOutputStream(FileDescriptor.out)); // System.out hides failures
    return (input == null ? runner : runner.standardInput(System.in)).build();
  }

  /** The statements to run, or null when a person is to type them. */
  @Nullable
  private String script() throws IOException {
    if (input != null && input.statements != null) {
      return input.statements;
    }
    if (input != null && input.file != null) {
      return Files.readString(input.file);
    }
    if (System.console() != null) {
      return null;
    }
    return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
