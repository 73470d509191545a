package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import javax.annotation.Nullable;

/**
 * How the requests of one transfer are sent: the caller's session, with an execution profile of our
 * own derived from the caller's. Statements are never marked idempotent, so that the driver neither
 * repeats them nor sends them twice: repeating is the transfer's own decision.
 *
 * @param session the caller's session
 * @param profile the derived profile
 */
public record Requests(CqlSession session, DriverExecutionProfile profile) {

  /** The default of the REQUEST_TIMEOUT option. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /** The default of the CONSISTENCY option. */
  public static final ConsistencyLevel DEFAULT_CONSISTENCY = ConsistencyLevel.LOCAL_QUORUM;

  /**
   * Derives the profile.
   *
   * @param profileName a profile of the caller's configuration, or null for its default profile
   * @param timeout the time-out of one request, or null for 60 seconds
   * @param consistency the consistency level, or null for the named profile's own, or LOCAL_QUORUM
   *     where no profile is named
   * @throws TransferException when there is no profile of that name, or the session is closed
   */
  public static Requests of(
      CqlSession session,
      @Nullable String profileName,
      @Nullable Duration timeout,
      @Nullable ConsistencyLevel consistency) {
    if (session.isClosed()) {
      throw TransferException.of(
          ErrorCode.SESSION_CLOSED,
          "The CqlSession that was given is closed",
          "Give one that is open, and keep it open until the transfer has ended");
    }
    DriverExecutionProfile base = base(session, profileName);
    DriverExecutionProfile derived =
        base.withDuration(
                DefaultDriverOption.REQUEST_TIMEOUT, timeout == null ? DEFAULT_TIMEOUT : timeout)
            .withBoolean(DefaultDriverOption.REQUEST_LOG_WARNINGS, false)
            .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, false);
    if (consistency != null || profileName == null) {
      ConsistencyLevel level = consistency == null ? DEFAULT_CONSISTENCY : consistency;
      derived = derived.withString(DefaultDriverOption.REQUEST_CONSISTENCY, level.name());
    }
    return new Requests(session, derived);
  }

  private static DriverExecutionProfile base(CqlSession session, @Nullable String name) {
    DriverConfig config = session.getContext().getConfig();
    if (name == null) {
      return config.getDefaultProfile();
    }
    if (!config.getProfiles().containsKey(name)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "EXECUTION_PROFILE: the session's configuration has no profile '" + name + "'",
          "It has " + config.getProfiles().keySet().stream().sorted().toList());
    }
    return config.getProfile(name);
  }

  /** Returns the consistency level's name. */
  public String consistency() {
    return profile.getString(DefaultDriverOption.REQUEST_CONSISTENCY);
  }

  /** Returns a statement that is sent as this transfer sends its requests. */
  public SimpleStatement statement(String cql, Object... values) {
    return SimpleStatement.newInstance(cql, values).setExecutionProfile(profile);
  }

  /**
   * Prepares a statement; what it binds inherits the profile. A failure that may pass is tried
   * again.
   */
  public CompletionStage<PreparedStatement> prepare(String cql) {
    return prepare(statement(cql));
  }

  /** Prepares a statement with the profile that it has; see {@link #prepare(String)}. */
  public CompletionStage<PreparedStatement> prepare(SimpleStatement statement) {
    return Repeated.send(() -> session.prepareAsync(statement), Backoff.DEFAULT);
  }

  /** Sends a statement that changes nothing. A failure that may pass is tried again. */
  public CompletionStage<AsyncResultSet> ask(Statement<?> statement) {
    return Repeated.send(() -> session.executeAsync(statement), Backoff.DEFAULT);
  }
}
