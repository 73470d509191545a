package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports that are free on some loopback addresses.
 *
 * <p>A node binds its ports seconds after they were chosen. They are taken from below the range
 * that operating systems give to outgoing connections, so that no client steals one meanwhile.
 */
final class LoopbackPorts {

  private static final int FIRST = 10_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private LoopbackPorts() {}

  /** As many different ports as asked for, each free on every one of the addresses. */
  static List<Integer> free(List<InetAddress> addresses, int count) {
    Set<Integer> ports = new TreeSet<>();
    for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (addresses.stream().allMatch(address -> isFree(address, port))) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new CassandraStartException(
          "Cannot bind a free port between "
              + FIRST
              + " and "
              + LAST
              + " on "
              + addresses
              + ": the addresses may not exist on this machine (macOS needs"
              + " 'sudo ifconfig lo0 alias 127.0.0.2' for each further node).",
          null);
    }
    return List.copyOf(ports);
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
