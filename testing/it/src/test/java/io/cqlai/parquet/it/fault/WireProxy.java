package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.cqlai.parquet.testkit.CassandraServer;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a driver and a node, and spoils one request of those that run prepared statements.
 * It reads the frames of the native protocol, version 4, section 2: nine bytes of header, and a
 * body.
 */
final class WireProxy implements AutoCloseable {

  private static final int HEADER = 9;
  private static final int STREAM_AT = 2;
  private static final int OPCODE_AT = 4;
  private static final int ANSWER = 0x80;
  private static final byte ERROR = 0x00;
  private static final byte EXECUTE = 0x0A;
  private static final byte BATCH = 0x0D;
  private static final int NEVER = 0;

  private final InetSocketAddress server;
  private final String datacenter;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int spoiled = NEVER;
  private volatile WireFault fault = WireFault.SILENCE;

  WireProxy(CassandraServer cassandra) throws IOException {
    server = cassandra.contactPoints().get(0);
    datacenter = cassandra.localDatacenter();
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(
        () -> {
          while (true) {
            new Connection(listening.accept()).start();
          }
        });
  }

  /** A session through the proxy, which soon comes back after a connection has ended. */
  CqlSession newSession(String keyspace) {
    Duration soon = Duration.ofMillis(50);
    return CqlSession.builder()
        .addContactPoint((InetSocketAddress) listening.getLocalSocketAddress())
        .withLocalDatacenter(datacenter)
        .withKeyspace(keyspace)
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.PROTOCOL_VERSION, "V4")
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, soon)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, Duration.ZERO)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .build())
        .build();
  }

  /** Spoils a request to come, the n-th from 1. */
  void spoil(int number, WireFault how) {
    fault = how;
    requests.set(0);
    spoiled = number;
  }

  /** How many requests came since it was told what to spoil. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** What ends a thread is that a socket was closed, at one side or the other. */
  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // an end of the connection has been closed, which the other end is told
              }
            },
            "wire-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }

  /** One connection of the driver, and that to the server for it. */
  private final class Connection {
    private static final int NONE = -1;

    private final Socket driver;
    private final Socket node;

    /** The stream whose answer is spoiled. The driver uses it for nothing else until then. */
    private volatile int spoiledStream = NONE;

    Connection(Socket driver) throws IOException {
      this.driver = driver;
      node = new Socket(server.getAddress(), server.getPort());
      open.add(driver);
      open.add(node);
    }

    void start() {
      WireProxy.start(() -> pass(driver, node, this::request));
      WireProxy.start(() -> pass(node, driver, this::answer));
    }

    /** Passes frames on until one side ends, and ends both. */
    private void pass(Socket from, Socket to, Frames frames) throws IOException {
      try (from;
          to;
          DataInputStream in =
              new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
        while (true) {
          byte[] header = new byte[HEADER];
          in.readFully(header);
          byte[] body = new byte[number(header, OPCODE_AT + 1, Integer.BYTES)];
          in.readFully(body);
          frames.frame(header, body);
        }
      } finally {
        open.remove(from);
        open.remove(to);
      }
    }

    private void request(byte[] header, byte[] body) throws IOException {
      byte opcode = header[OPCODE_AT];
      if ((opcode == EXECUTE || opcode == BATCH) && requests.incrementAndGet() == spoiled) {
        if (fault == WireFault.CUT_BEFORE) {
          cut();
        }
        if (fault.isRefusal()) {
          sendError(header);
          return;
        }
        spoiledStream = stream(header);
      }
      send(node, header, body, body.length);
    }

    private void answer(byte[] header, byte[] body) throws IOException {
      if (stream(header) != spoiledStream) {
        send(driver, header, body, body.length);
        return;
      }
      spoiledStream = NONE;
      if (fault.isError()) {
        sendError(header);
      } else if (fault == WireFault.CUT_INSIDE) {
        send(driver, header, body, body.length / 2);
        cut();
      } else if (fault == WireFault.CUT_AFTER) {
        cut();
      }
    }

    /** Answers a request: the same stream, no flags, an error that is shorter than 256 bytes. */
    private void sendError(byte[] header) throws IOException {
      byte[] error = fault.body();
      byte[] answer = new byte[HEADER];
      answer[0] = (byte) (header[0] | ANSWER);
      System.arraycopy(header, STREAM_AT, answer, STREAM_AT, Short.BYTES);
      answer[OPCODE_AT] = ERROR;
      answer[HEADER - 1] = (byte) error.length;
      send(driver, answer, error, error.length);
    }

    private void cut() throws IOException {
      driver.close();
      throw new IOException("cut by the test");
    }

    /** Sends a frame, or a part of it, by one thread at a time. */
    private static void send(Socket to, byte[] header, byte[] body, int length) throws IOException {
      byte[] frame = Arrays.copyOf(header, HEADER + length);
      System.arraycopy(body, 0, frame, HEADER, length);
      synchronized (to) {
        to.getOutputStream().write(frame);
      }
    }

    private static int stream(byte[] header) {
      return number(header, STREAM_AT, Short.BYTES);
    }

    private static int number(byte[] bytes, int at, int length) {
      int number = 0;
      for (int i = at; i < at + length; i++) {
        number = number << Byte.SIZE | Byte.toUnsignedInt(bytes[i]);
      }
      return number;
    }
  }

  private interface Frames {
    void frame(byte[] header, byte[] body) throws IOException;
  }
}
