package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

/**
 * What may become of a request on its way. The messages are those of the native protocol, version
 * 4, section 9.
 */
enum WireFault {
  /** The connection ends before the server sees the request. */
  CUT_BEFORE,
  /** The server does what was asked for, and the connection ends before its answer. */
  CUT_AFTER,
  /** The connection ends in the middle of the answer. */
  CUT_INSIDE,
  /** The server does what was asked for, its answer is lost, and the connection stays. */
  SILENCE,
  SERVER_ERROR(0x0000),
  UNAVAILABLE(0x1000),
  OVERLOADED(0x1001),
  BOOTSTRAPPING(0x1002),
  WRITE_TIMEOUT(0x1100),
  READ_TIMEOUT(0x1200),
  READ_FAILURE(0x1300),
  WRITE_FAILURE(0x1500);

  /** Those that a page may meet. */
  static final List<WireFault> OF_READS = allBut(WRITE_TIMEOUT, WRITE_FAILURE);

  /** Those that a write may meet. Where it was not refused, nor cut before, it was applied. */
  static final List<WireFault> OF_WRITES = allBut(READ_TIMEOUT, READ_FAILURE);

  private static final int NO_CODE = -1;

  private final int code;

  WireFault() {
    this(NO_CODE);
  }

  WireFault(int code) {
    this.code = code;
  }

  private static List<WireFault> allBut(WireFault one, WireFault other) {
    return List.copyOf(EnumSet.complementOf(EnumSet.of(one, other)));
  }

  /** Whether the server's answer becomes an error. */
  boolean isError() {
    return code != NO_CODE;
  }

  /** Whether a server says this before it does anything. */
  boolean isRefusal() {
    return this == UNAVAILABLE || this == BOOTSTRAPPING;
  }

  /** The body of the error. */
  byte[] body() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeInt(code);
    body.writeUTF("spoiled by the test");
    switch (this) {
      case UNAVAILABLE -> counts(body, 1, 0);
      case WRITE_TIMEOUT -> {
        counts(body, 0, 1);
        body.writeUTF("SIMPLE");
      }
      case READ_TIMEOUT -> {
        counts(body, 0, 1);
        body.writeByte(0);
      }
      case READ_FAILURE -> {
        counts(body, 0, 1);
        body.writeInt(1);
        body.writeByte(0);
      }
      case WRITE_FAILURE -> {
        counts(body, 0, 1);
        body.writeInt(1);
        body.writeUTF("SIMPLE");
      }
      default -> {
        // the others have a code and a message
      }
    }
    return bytes.toByteArray();
  }

  private static void counts(DataOutputStream body, int first, int second) throws IOException {
    body.writeShort(DefaultConsistencyLevel.LOCAL_QUORUM.getProtocolCode());
    body.writeInt(first);
    body.writeInt(second);
  }
}
