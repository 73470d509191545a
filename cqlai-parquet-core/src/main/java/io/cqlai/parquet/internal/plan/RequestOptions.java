package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.internal.cql.Requests;

/** The options that say how requests are sent, the same for exports and imports. */
final class RequestOptions {

  private RequestOptions() {}

  static Requests of(CqlSession session, OptionSet options) {
    return Requests.of(
        session,
        options.text(CopyOption.EXECUTION_PROFILE).orElse(null),
        options.duration(CopyOption.REQUEST_TIMEOUT).orElse(null),
        options.text(CopyOption.CONSISTENCY).map(DefaultConsistencyLevel::valueOf).orElse(null));
  }
}
