package io.cqlai.parquet.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Where and when it was measured.
 *
 * @param memoryGib the machine's memory, in GiB
 */
public record Machine(int cores, long memoryGib, String jdk, String os, String date) {

  /** Returns this machine, today. */
  public static Machine here() {
    OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        os.getAvailableProcessors(),
        Math.round(os.getTotalMemorySize() / (double) (1L << 30)),
        Runtime.version().toString(),
        os.getName() + " " + os.getArch(),
        LocalDate.now(Clock.systemUTC()).toString());
  }

  @Override
  public String toString() {
    return date + ", " + cores + " cores, " + memoryGib + " GiB of memory, JDK " + jdk + ", " + os;
  }
}
