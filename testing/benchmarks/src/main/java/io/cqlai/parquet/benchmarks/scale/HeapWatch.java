package io.cqlai.parquet.benchmarks.scale;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most heap that was in use: just before a collection, and just after one. */
final class HeapWatch {

  private final AtomicLong peakBytes = new AtomicLong();
  private final AtomicLong peakBytesAfterCollection = new AtomicLong();
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  private HeapWatch() {}

  /** Begins to watch, until the end of the JVM. */
  static HeapWatch start() {
    HeapWatch watch = new HeapWatch();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (event, unused) -> watch.collected((CompositeData) event.getUserData()), null, null);
    }
    return watch;
  }

  private void collected(CompositeData data) {
    var info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
    raise(peakBytes, used(info.getMemoryUsageBeforeGc()));
    raise(peakBytesAfterCollection, used(info.getMemoryUsageAfterGc()));
  }

  private long used(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  private static void raise(AtomicLong peak, long bytes) {
    peak.accumulateAndGet(bytes, Math::max);
  }

  /** Returns the most bytes in use before a collection, or now; garbage is among them. */
  long peakBytes() {
    raise(peakBytes, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return peakBytes.get();
  }

  /** Returns the most bytes in use after a collection; what young ones leave is among them. */
  long peakBytesAfterCollection() {
    return peakBytesAfterCollection.get();
  }
}
