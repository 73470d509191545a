package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exports and imports that are cancelled at any moment let go of everything. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CancelTest {

  private static final ParquetReadOptions READ =
      ParquetReadOptions.builder(new PlainParquetConfiguration()).build();

  private static final int ROWS = 2_000;
  private static final int WARM_UP = 20;

  /** After the warm-up the pools of the driver may grow by a chunk or two. */
  private static final long POOLED = 16 << 20;

  private TestKeyspace keyspace;
  @TempDir private static Path directory;
  private Path source;
  private Path target;
  private ThreadPoolExecutor lent;

  @BeforeAll
  void makeTables(TestKeyspace own) {
    keyspace = own;
    Stock.create(own.session(), "stock", ROWS, 1_000);
    own.execute("CREATE TABLE again (id int PRIMARY KEY, price decimal, code text, label text)");
    source = directory.resolve("source.parquet");
    target = directory.resolve("target.parquet");
    ParquetExporter.on(own.session()).table("stock").chunkRows(300).to(source).export();
  }

  @Test
  void fiftyCancelsLeakNothing() throws Exception {
    leaksNothing(50);
  }

  @Test
  @Tag("long")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aThousandCancelsLeakNothing() throws Exception {
    leaksNothing(1_000);
  }

  private void leaksNothing(int cycles) throws Exception {
    long seed = new Random().nextLong();
    lent = (ThreadPoolExecutor) Executors.newFixedThreadPool(4);
    lent.prestartAllCoreThreads();
    try {
      cancel(new Cancels(seed, micros()), WARM_UP);
      HeldResources before = HeldResources.after(HeldResources.now());
      Cancels cancels = new Cancels(seed + 1, micros());
      cancel(cancels, cycles);
      HeldResources after = HeldResources.after(before);
      System.out.println("seed " + seed + ", of " + cycles + ": " + cancels + "; held " + after);
      assertThat(cancels.count()).isGreaterThan(cycles / 4);
      assertThat(after.threads()).isEqualTo(before.threads());
      assertThat(after.handles()).isLessThanOrEqualTo(before.handles());
      assertThat(after.directBytes()).isLessThan(before.directBytes() + POOLED);
      assertThat(lent.isShutdown()).isFalse();
      assertThat(lent.getActiveCount()).isZero();
      assertThat(export().start().await().rowsWritten()).isEqualTo(ROWS);
    } finally {
      lent.shutdown();
    }
  }

  /** Returns about how long a whole export takes. */
  private long micros() {
    long start = System.nanoTime();
    export().export();
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
  }

  private void cancel(Cancels cancels, int cycles) throws Exception {
    for (int i = 0; i < cycles; i++) {
      cancels.cancel(i % 2 == 0 ? this::startExport : this::startImport);
      Released.await(directory);
      checkFiles();
    }
  }

  private TransferHandle<ExportReport> startExport() {
    return export().start();
  }

  private ParquetExporter export() {
    return ParquetExporter.on(keyspace.session())
        .table("stock")
        .chunkRows(300)
        .executor(lent)
        .to(target);
  }

  private TransferHandle<ImportReport> startImport() {
    return ParquetImporter.on(keyspace.session())
        .table("again")
        .from(source)
        .executor(lent)
        .start();
  }

  /** A target is whole, or not there. */
  private void checkFiles() throws IOException {
    assertThat(directory)
        .isDirectoryNotContaining(file -> !file.equals(source) && !file.equals(target));
    if (Files.exists(target)) {
      try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(target), READ)) {
        assertThat(file.getRecordCount()).isEqualTo(ROWS);
      }
      Files.delete(target);
    }
  }
}
