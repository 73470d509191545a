package io.cqlai.parquet.testkit.junit;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.testkit.CassandraServer;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link CassandraTest} does: gives a server, a session and a keyspace to tests. */
public final class CassandraExtension implements ParameterResolver, ExecutionCondition {

  private static final Namespace NAMESPACE = Namespace.create(CassandraExtension.class);
  private static final Set<Class<?>> PARAMETERS =
      Set.of(CassandraServer.class, CqlSession.class, TestKeyspace.class);

  /** For JUnit. */
  public CassandraExtension() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ServerChoice choice = ServerChoice.fromSystemProperties();
    Optional<String> missing = choice.missing();
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Cassandra: " + choice));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SharedServer shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                SharedServer.class, key -> new SharedServer(), SharedServer.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == CassandraServer.class) {
      return shared.server();
    }
    if (type == CqlSession.class) {
      return shared.session();
    }
    ExtensionContext ofClass = outermostClass(context);
    return ofClass
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            TestKeyspace.class,
            key ->
                new TestKeyspace(shared.server(), shared.session(), ofClass.getRequiredTestClass()),
            TestKeyspace.class);
  }

  /** The keyspace is the outermost class's, so that nested classes share it. */
  private static ExtensionContext outermostClass(ExtensionContext context) {
    ExtensionContext current = context;
    while (current.getParent().filter(parent -> parent.getTestClass().isPresent()).isPresent()) {
      current = current.getParent().orElseThrow();
    }
    return current;
  }
}
