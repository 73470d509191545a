package io.cqlai.parquet.it.fault;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What this process holds.
 *
 * @param threads the names of its threads, without their numbers, and how many there are of each
 * @param handles how many files and connections are open
 * @param directBytes the memory outside the heap of the JDK's buffers and of the driver's
 */
record HeldResources(Map<String, Integer> threads, int handles, long directBytes) {

  /** The threads that the JDK and the tests start and end as they like. */
  private static final String OF_THE_JDK =
      "CompletableFutureDelayScheduler|ForkJoinPool.*|Attach Listener|.*Cleaner.*|process reaper.*"
          + "|surefire.*|junit.*|Common-Cleaner|Reference Handler|Signal Dispatcher|Finalizer|C\\d.*";

  /** Returns what is held now. */
  static HeldResources now() {
    Map<String, Integer> threads = new TreeMap<>();
    for (Thread thread : Released.threads()) {
      if (!thread.getName().matches(OF_THE_JDK)) {
        threads.merge(thread.getName().replaceAll("\\d+", "N"), 1, Integer::sum);
      }
    }
    return new HeldResources(threads, Released.openFiles().size(), direct());
  }

  private static long direct() {
    List<BufferPoolMXBean> pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);
    return pools.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum()
        + Math.max(0, PlatformDependent.usedDirectMemory());
  }

  /** Waits some seconds for threads and handles to become as few as they were. */
  static HeldResources after(HeldResources before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    HeldResources now = now();
    while (System.nanoTime() < end
        && (now.handles > before.handles || !now.threads.equals(before.threads))) {
      TimeUnit.MILLISECONDS.sleep(20);
      now = now();
    }
    return now;
  }
}
