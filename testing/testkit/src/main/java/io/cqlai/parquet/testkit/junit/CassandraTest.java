package io.cqlai.parquet.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs a Cassandra.
 *
 * <p>All such classes of a test run share one server. Constructors, life-cycle methods and tests
 * may take these parameters:
 *
 * <table>
 *   <caption>Parameters</caption>
 *   <tr><td>{@code CassandraServer}</td><td>the server</td></tr>
 *   <tr><td>{@code CqlSession}</td><td>a session shared by all classes, without a keyspace; not to
 *       be closed</td></tr>
 *   <tr><td>{@link TestKeyspace}</td><td>a keyspace of this class alone, dropped after it</td></tr>
 * </table>
 *
 * <p>The system property {@code cassandra} says which server: {@code embedded} (the default) starts
 * one in a child process; {@code container} starts one by Testcontainers, in the version that
 * {@code cassandra.container.version} names (default 5.0), and skips the tests where there is no
 * Docker; {@code HOST:PORT} takes one that runs already.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CassandraExtension.class)
public @interface CassandraTest {}
