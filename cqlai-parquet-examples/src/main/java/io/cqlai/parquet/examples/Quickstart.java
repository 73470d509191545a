package io.cqlai.parquet.examples;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.copy.Fragment;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.examples.shell.ResultPrinter;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * The complete workflow on a Cassandra of its own: make a table, export it, load it into another,
 * count. The statements are those of {@code quickstart.cql}, word for word.
 */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the workflow.
   *
   * @param arguments the directory in which the Parquet file is left
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments.length == 0 ? "target/quickstart" : arguments[0]);
    Files.createDirectories(directory);
    System.out.println("Starting Cassandra …");
    try (EmbeddedCassandra cassandra =
            EmbeddedCassandra.builder().logDirectory(directory.resolve("cassandra")).start();
        CqlSession session = cassandra.newSession();
        StatementRunner runner = StatementRunner.on(session).build()) {
      for (Fragment statement : Statements.split(script())) {
        System.out.println("\n" + statement.text() + ";\n");
        StatementResult result = runner.run(statement.text());
        ResultPrinter.print(result, System.out);
        if (result instanceof StatementResult.Exported exported) {
          Path file = Path.of(exported.report().files().get(0));
          printSchema(file);
          Files.copy(
              file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    System.out.println("\nThe Parquet file is left in " + directory);
  }

  private static String script() throws IOException {
    try (InputStream in = Quickstart.class.getResourceAsStream("/quickstart.cql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void printSchema(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      System.out.println("\nIts Parquet schema:\n" + reader.getFileMetaData().getSchema());
    }
  }
}
