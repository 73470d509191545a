package io.cqlai.parquet.it.verify;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.it.fault.FaultySession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Sessions whose answers do not have the rows that the table has. */
final class ChangedPages {

  private ChangedPages() {}

  /** Returns a session that loses the rows of the first page that has some. */
  static CqlSession losingOne(CqlSession real, String table) {
    return over(real, table, 1, rows -> List.of());
  }

  /** Returns a session that gives the rows of pages twice. */
  static CqlSession doubling(CqlSession real, String table, int pages) {
    return over(
        real,
        table,
        pages,
        rows -> {
          List<Row> twice = new ArrayList<>(rows);
          twice.addAll(rows);
          return twice;
        });
  }

  private static CqlSession over(
      CqlSession real, String table, int pages, UnaryOperator<List<Row>> change) {
    AtomicInteger left = new AtomicInteger(pages);
    return FaultySession.over(
        real,
        (statement, answer) ->
            answer
                .send()
                .thenApply(
                    page ->
                        reads(statement, table)
                                && page.remaining() > 0
                                && left.getAndDecrement() > 0
                            ? changed(page, change)
                            : page));
  }

  private static boolean reads(Statement<?> statement, String table) {
    return statement instanceof BoundStatement bound
        && bound.getPreparedStatement().getQuery().contains("." + table + " ");
  }

  private static AsyncResultSet changed(AsyncResultSet page, UnaryOperator<List<Row>> change) {
    List<Row> rows = new ArrayList<>();
    page.currentPage().forEach(rows::add);
    List<Row> given = change.apply(rows);
    return (AsyncResultSet)
        Proxy.newProxyInstance(
            ChangedPages.class.getClassLoader(),
            new Class<?>[] {AsyncResultSet.class},
            (proxy, method, arguments) -> {
              try {
                return switch (method.getName()) {
                  case "currentPage" -> given;
                  case "remaining" -> given.size();
                  default -> method.invoke(page, arguments);
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
