package io.cqlai.parquet.it.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is done while the disk fails.
 *
 * @param name for messages
 * @param before makes what stands in the directory at first
 * @param run does it
 * @param step how many calls on the next one fails that is tried
 * @param files the names of the files that it ends with, and how many rows each then has
 */
record DiskScenario(String name, Step before, Step run, int step, Map<String, Long> files) {

  /** Something that is done in a directory. */
  interface Step {
    void in(Path directory) throws IOException;
  }
}
