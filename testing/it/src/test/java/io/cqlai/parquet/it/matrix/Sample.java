package io.cqlai.parquet.it.matrix;

import java.nio.ByteBuffer;

/**
 * A value to store.
 *
 * @param name what is special in it, unique for its type
 * @param bytes its bytes, which the server may refuse
 * @param sound whether it can stand beside others in a larger value without spoiling that
 */
public record Sample(String name, ByteBuffer bytes, boolean sound) {

  /** A value that is sound unless it has no bytes. */
  Sample(String name, ByteBuffer bytes) {
    this(name, bytes, bytes.hasRemaining());
  }
}
