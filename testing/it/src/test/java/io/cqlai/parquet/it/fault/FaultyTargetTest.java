package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.io.OutputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls to an output file of the caller fail one after the other, in each way they can. */
@CassandraTest
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class FaultyTargetTest {

  private static final Path NOWHERE = Path.of("/nowhere");

  private TestKeyspace keyspace;

  private enum Failure {
    OF_THE_DISK(ErrorCode.STORAGE_FAILED, IOException::new, 1),
    OF_A_STORAGE(ErrorCode.STORAGE_FAILED, IllegalStateException::new, 11),
    OF_MEMORY(ErrorCode.OUT_OF_MEMORY, OutOfMemoryError::new, 11);

    private final ErrorCode code;
    private final Function<String, Throwable> thrown;
    private final int step;

    Failure(ErrorCode code, Function<String, Throwable> thrown, int step) {
      this.code = code;
      this.thrown = thrown;
      this.step = step;
    }
  }

  @BeforeAll
  void makeTable(TestKeyspace own) {
    keyspace = own;
    Stock.create(own.session(), "stock", 60, 50);
  }

  @ParameterizedTest
  @EnumSource
  void anExportToItEndsInATypedError(Failure failure) {
    fails(failure, 20, file -> stock(1).to(file).export());
  }

  @ParameterizedTest
  @EnumSource
  void anExportOfSeveralThreadsToItEndsInATypedError(Failure failure) {
    fails(failure, 20, file -> stock(3).to(file).export());
  }

  @ParameterizedTest
  @EnumSource
  void aCaptureToItEndsInATypedError(Failure failure) {
    fails(
        failure,
        20,
        file -> {
          try (CaptureSession capture = CaptureSession.on(keyspace.session()).to(file).open()) {
            capture.query("SELECT id, label FROM stock");
            capture.query("SELECT id, label FROM stock WHERE id = 5");
          }
        });
  }

  private ParquetExporter stock(int writers) {
    return ParquetExporter.on(keyspace.session())
        .table("stock")
        .columns("id", "label")
        .chunkRows(30)
        .writers(writers);
  }

  /** The next run, with the next call failing, is the one that shows that the session is well. */
  private static void fails(Failure failure, int least, Consumer<OutputFile> run) {
    int number = 1;
    FaultyTarget target = new FaultyTarget(number, failure.thrown);
    TransferException told = attempt(run, target);
    while (target.hasFailed()) {
      assertThat(told).as("call %s", number).isNotNull();
      assertThat(told.code()).as("%s", told.getMessage()).isEqualTo(failure.code);
      assertThat(told).hasMessageContaining("injected failure of");
      assertThat(target.isReleased()).as("call %s: %s", number, told.getMessage()).isTrue();
      number += failure.step;
      target = new FaultyTarget(number, failure.thrown);
      told = attempt(run, target);
    }
    assertThat(told).isNull();
    assertThat(target.isReleased()).isTrue();
    assertThat(number).isGreaterThan(least);
    Released.await(NOWHERE);
  }

  private static TransferException attempt(Consumer<OutputFile> run, OutputFile target) {
    return catchThrowableOfType(TransferException.class, () -> run.accept(target));
  }
}
