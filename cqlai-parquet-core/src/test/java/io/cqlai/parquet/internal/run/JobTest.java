package io.cqlai.parquet.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.progress.ProgressListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobTest {

  @Test
  void endsWithItsResultOnADaemonThreadNamedAfterIt() {
    Job<String> job =
        Job.start(
            "export ks.t",
            ProgressListener.NONE,
            null,
            j -> Thread.currentThread().getName() + Thread.currentThread().isDaemon());

    assertThat(job.join()).startsWith("export ks.t #").endsWith("true");
  }

  @Test
  void endsWithTheTransfersOwnException() {
    TransferException failure = TransferException.of(ErrorCode.BAD_QUERY, "no", "do it right");
    Job<String> job =
        start(
            j -> {
              throw failure;
            });

    assertThatThrownBy(job::join).isSameAs(failure);
  }

  @Test
  void callsAnUnexpectedExceptionADefectAndKeepsItAsTheCause() {
    Job<String> job =
        start(
            j -> {
              throw new IllegalStateException("odd");
            });

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
        .hasRootCauseMessage("odd");
  }

  @Test
  void givesAnOutOfMemoryErrorACodeAndARemedy() {
    Job<String> job =
        start(
            j -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY))
        .hasMessageContaining("ROWGROUP_BYTES");
  }

  @Test
  void stopsWaitingWhenItIsCancelled() {
    CompletableFuture<String> never = new CompletableFuture<>();
    Job<String> job = start(j -> j.await(never, "A request"));
    job.cancel();

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  @Test
  void stopsPausingWhenItIsCancelled() {
    Job<String> job =
        start(
            j -> {
              j.pause(TimeUnit.HOURS.toMillis(1));
              return "never";
            });
    job.close();

    assertThatThrownBy(job::join).hasMessageContaining("was cancelled");
  }

  @Test
  void isCancelledByAnInterruptOfTheThreadThatWaitsAndKeepsItsFlag() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Job<String> job =
        start(
            j -> {
              running.countDown();
              try {
                return j.await(new CompletableFuture<>(), "A request");
              } finally {
                released.countDown();
              }
            });
    Thread waiting =
        new Thread(
            () -> {
              try {
                job.join();
              } catch (TransferException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    waiting.start();
    running.await();
    waiting.interrupt();
    waiting.join();

    assertThat(released.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(thrown.get()).hasMessageContaining("was cancelled");
    assertThat(flag).isTrue();
  }

  @Test
  void runsOnTheCallersExecutor() {
    Job<Thread> job =
        Job.start("x", ProgressListener.NONE, Runnable::run, j -> Thread.currentThread());

    assertThat(job.join()).isSameAs(Thread.currentThread());
  }

  @Test
  void goesOnWhenAListenerThrows() {
    Job<String> job =
        Job.start(
            "x",
            progress -> {
              throw new IllegalArgumentException("listener");
            },
            null,
            j -> "done");

    assertThat(job.join()).isEqualTo("done");
  }

  @Test
  void endsWhenItIsCancelledThoughTheExecutorNeverComesToIt() {
    AtomicReference<Runnable> dropped = new AtomicReference<>();
    AtomicBoolean begun = new AtomicBoolean();
    Job<Boolean> job =
        Job.start("x", ProgressListener.NONE, dropped::set, j -> begun.getAndSet(true));
    job.cancel();
    dropped.get().run();

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    assertThat(begun).isFalse();
  }

  @Test
  void saysThatTheExecutorTakesNoWork() {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdown();
    Job<String> job = Job.start("x", ProgressListener.NONE, closed, j -> "never");

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CALL))
        .hasMessageContaining("takes no more work");
  }

  @Test
  void saysThatNoThreadCouldBeHad() {
    Job<String> job =
        Job.start(
            "x",
            ProgressListener.NONE,
            work -> {
              throw new OutOfMemoryError("unable to create native thread");
            },
            j -> "never");

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY));
  }

  private static Job<String> start(Function<Job<String>, String> body) {
    return Job.start("x", ProgressListener.NONE, null, body);
  }
}
