package io.cqlai.parquet.internal.load;

import static io.cqlai.parquet.internal.load.TestTables.orders;
import static io.cqlai.parquet.internal.load.TestTables.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteFailureException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.internal.load.Verdict.Then;
import io.cqlai.parquet.option.WriteMode;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Node NODE =
      (Node)
          Proxy.newProxyInstance(
              VerdictTest.class.getClassLoader(),
              new Class<?>[] {Node.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "node";
                    default -> null;
                  });
  private static final WriteTimeoutException TIMED_OUT =
      new WriteTimeoutException(NODE, ConsistencyLevel.QUORUM, 1, 2, WriteType.SIMPLE);
  private static final UnavailableException UNAVAILABLE =
      new UnavailableException(NODE, ConsistencyLevel.QUORUM, 2, 1);

  @Test
  void anUpsertThatTimedOutIsSentAgainUntilTheLastAttempt() {
    assertThat(judge(TIMED_OUT, WriteMode.UPSERT, 1).then()).isEqualTo(Then.REPEAT);
    assertThat(judge(TIMED_OUT, WriteMode.UPSERT, 4).then()).isEqualTo(Then.REPEAT);
    Verdict last = judge(new CompletionException(TIMED_OUT), WriteMode.UPSERT, 5);
    assertThat(last.then()).isEqualTo(Then.END);
    assertThat(last.error().code()).isEqualTo(ErrorCode.SERVER_TIMEOUT);
    assertThat(last.error().outcomeUnknown()).isTrue();
  }

  @Test
  void aWriteOfUnknownOutcomeThatIsNotRepeatableIsNeverSentAgainAtOnce() {
    List<Throwable> failures =
        List.of(
            TIMED_OUT,
            new DriverTimeoutException("no answer"),
            new ClosedConnectionException("lost"),
            new OverloadedException(NODE),
            AllNodesFailedException.fromErrors(
                List.of(Map.entry(NODE, (Throwable) new ClosedConnectionException("lost")))));
    for (Throwable failure : failures) {
      for (WriteMode mode : List.of(WriteMode.COUNTER, WriteMode.INSERT, WriteMode.UPDATE)) {
        Verdict verdict = judge(failure, mode, 1);
        Then then = mode == WriteMode.COUNTER ? Then.REJECT : Then.READ_BACK;
        assertThat(verdict.then()).as("%s of %s", failure, mode).isEqualTo(then);
        assertThat(verdict.error().outcomeUnknown()).isTrue();
      }
    }
  }

  @Test
  void aCounterThatWasSurelyNotAppliedIsSentAgain() {
    assertThat(judge(UNAVAILABLE, WriteMode.COUNTER, 1).then()).isEqualTo(Then.REPEAT);
    assertThat(judge(UNAVAILABLE, WriteMode.COUNTER, 5).then()).isEqualTo(Then.END);
  }

  @Test
  void aValueThatTheServerRefusesRejectsItsRowAlone() {
    Verdict verdict =
        judge(new InvalidQueryException(NODE, "Key may not be empty"), WriteMode.UPSERT, 1);

    assertThat(verdict.then()).isEqualTo(Then.REJECT);
    assertThat(verdict.reason()).isEqualTo("Key may not be empty");
    assertThat(verdict.error().outcomeUnknown()).isFalse();
  }

  @Test
  void replicasThatKeepFailingRejectTheRow() {
    WriteFailureException failed =
        new WriteFailureException(NODE, ConsistencyLevel.ONE, 0, 1, WriteType.SIMPLE, 1, Map.of());

    assertThat(judge(failed, WriteMode.UPSERT, 1).then()).isEqualTo(Then.REPEAT);
    assertThat(judge(failed, WriteMode.UPSERT, 5).then()).isEqualTo(Then.REJECT);
    assertThat(judge(failed, WriteMode.COUNTER, 1).then()).isEqualTo(Then.REJECT);
  }

  @Test
  void aTableThatChangedEndsTheImport() {
    for (String message :
        List.of(
            "unconfigured table orders",
            "table orders does not exist",
            "Undefined column name x in table shop.orders")) {
      Verdict verdict = judge(new InvalidQueryException(NODE, message), WriteMode.UPSERT, 1);
      assertThat(verdict.then()).isEqualTo(Then.END);
      assertThat(verdict.error().code()).isEqualTo(ErrorCode.SCHEMA_CHANGED);
    }
  }

  @Test
  void whatNoRowWillPassEndsTheImportAtOnce() {
    Verdict denied = judge(new UnauthorizedException(NODE, "no MODIFY"), WriteMode.UPSERT, 1);
    assertThat(denied.then()).isEqualTo(Then.END);
    assertThat(denied.error().code()).isEqualTo(ErrorCode.SERVER_REFUSED);

    Verdict closed = judge(new IllegalStateException("Session is closed"), WriteMode.UPSERT, 1);
    assertThat(closed.then()).isEqualTo(Then.END);
    assertThat(closed.error().code()).isEqualTo(ErrorCode.SESSION_CLOSED);
  }

  private static Verdict judge(Throwable failure, WriteMode mode, int attempt) {
    return Verdict.of(failure, spec(orders(), mode, "id", "day", "Order"), attempt, 5);
  }
}
