package io.cqlai.parquet.internal.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import io.cqlai.parquet.progress.RequestFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RepeatedTest {

  private static final Backoff THREE = new Backoff(3, 1, 1);
  private static final ClosedConnectionException LOST = new ClosedConnectionException("lost");

  private int sent;

  @Test
  void whatMayPassIsSentAgainUntilItSucceeds() {
    assertThat(send(2, LOST).toCompletableFuture().join()).isEqualTo("answer");
    assertThat(sent).isEqualTo(3);
  }

  @Test
  void theLastAttemptIsTheLast() {
    CompletableFuture<String> failing = send(9, LOST).toCompletableFuture();

    assertThatThrownBy(failing::join).hasRootCause(LOST);
    assertThat(sent).isEqualTo(3);
  }

  @Test
  void whatWillNotPassOrHasWaitedLongIsSentOnce() {
    for (Throwable failure :
        new Throwable[] {
          new UnauthorizedException(null, "no SELECT"), new DriverTimeoutException("60 s")
        }) {
      sent = 0;
      CompletableFuture<String> failing = send(9, failure).toCompletableFuture();

      assertThatThrownBy(failing::join).hasRootCause(failure);
      assertThat(sent).as("%s", failure).isEqualTo(1);
    }
  }

  @Test
  void metricsTellWhyARequestFailed() {
    assertThat(RequestFailures.of(new CompletionException(LOST)))
        .isEqualTo(RequestFailure.CONNECTION);
    assertThat(RequestFailures.of(new DriverTimeoutException("60 s")))
        .isEqualTo(RequestFailure.TIMEOUT);
    assertThat(RequestFailures.of(new UnauthorizedException(null, "no")))
        .isEqualTo(RequestFailure.REFUSED);
    assertThat(RequestFailures.of(new HeartbeatException(null, "silent", LOST)))
        .isEqualTo(RequestFailure.CONNECTION);
  }

  private CompletionStage<String> send(int failures, Throwable failure) {
    return Repeated.send(
        () -> {
          sent++;
          return sent <= failures
              ? CompletableFuture.failedFuture(failure)
              : CompletableFuture.completedFuture("answer");
        },
        THREE);
  }
}
